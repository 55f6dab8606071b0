/* What every page does in the browser: local times, the person's menu, a lost session. */
(function () {
  'use strict';

  function localTimes(root) {
    var language = document.documentElement.lang || undefined;
    var format = new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeStyle: 'short'});
    root.querySelectorAll('time[datetime]:not([data-local])').forEach(function (time) {
      var moment = new Date(time.dateTime);
      if (!isNaN(moment)) {
        time.textContent = format.format(moment);
        time.title = time.dateTime;
        time.dataset.local = 'true';
      }
    });
  }

  function closeOnLeave(details) {
    document.addEventListener('click', function (event) {
      if (!details.contains(event.target)) {
        details.open = false;
      }
    });
    details.addEventListener('keydown', function (event) {
      if (event.key === 'Escape') {
        details.open = false;
        details.querySelector('summary').focus();
      }
    });
  }

  // After a lost session the server redirects a background call to the log-in page as well.
  function leaveIfLoggedOut(xhr) {
    if (xhr && /\/login\.xhtml/.test(xhr.responseURL || '') && !/\/login\.xhtml/.test(location.pathname)) {
      location.href = xhr.responseURL.replace(/(\?.*)?$/, '?expired=true');
    }
  }

  document.addEventListener('DOMContentLoaded', function () {
    localTimes(document);
    document.querySelectorAll('details.person').forEach(closeOnLeave);
    new MutationObserver(function () { localTimes(document); })
      .observe(document.body, {childList: true, subtree: true});
    if (window.jQuery) {
      // jQuery hides the address the answer came from, so its request is made by hand.
      jQuery.ajaxSetup({
        xhr: function () {
          var xhr = new XMLHttpRequest();
          xhr.addEventListener('load', function () { leaveIfLoggedOut(xhr); });
          return xhr;
        }
      });
    }
  });
})();
