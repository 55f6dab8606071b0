/* Keeps the filters of a list in the browser's address, so that it can be kept, sent and come back to. */
(function () {
  'use strict';

  function keep() {
    var here = document.querySelector('a[data-address]');
    if (here && here.href !== window.location.href) {
      window.history.replaceState(window.history.state, '', here.href);
    }
  }

  document.addEventListener('DOMContentLoaded', function () {
    new MutationObserver(keep).observe(document.body, {childList: true, subtree: true});
  });
})();
