/* What every page does in the browser: local times and the person's menu. */
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

  document.addEventListener('DOMContentLoaded', function () {
    localTimes(document);
    document.querySelectorAll('details.person').forEach(closeOnLeave);
    new MutationObserver(function () { localTimes(document); })
      .observe(document.body, {childList: true, subtree: true});
  });
})();
