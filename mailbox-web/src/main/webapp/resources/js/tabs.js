/* Tabs by the keyboard pattern of WAI-ARIA: arrows move, the panel of the chosen tab shows. */
(function () {
  'use strict';

  function choose(tabs, chosen) {
    tabs.forEach(function (tab) {
      var isChosen = tab === chosen;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      document.getElementById(tab.getAttribute('aria-controls')).hidden = !isChosen;
    });
    chosen.dispatchEvent(new CustomEvent('tab:chosen', {bubbles: true}));
  }

  function move(tabs, event) {
    var step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (step) {
      var next = tabs[(tabs.indexOf(event.target) + step + tabs.length) % tabs.length];
      choose(tabs, next);
      next.focus();
      event.preventDefault();
    }
  }

  document.querySelectorAll('[data-tabs] > [role=tablist]').forEach(function (list) {
    var tabs = Array.from(list.querySelectorAll('[role=tab]'));
    tabs.forEach(function (tab) {
      tab.addEventListener('click', function () { choose(tabs, tab); });
      tab.addEventListener('keydown', move.bind(null, tabs));
    });
    choose(tabs, tabs.find(function (tab) { return tab.getAttribute('aria-selected') === 'true'; }) || tabs[0]);
  });
})();
