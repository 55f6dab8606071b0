/* The diagram of a request: the path it has taken, where it stands, what failed. */
(function () {
  'use strict';

  var host = document.getElementById('path');
  if (!host) {
    return;
  }
  var MARKERS = {completed: 'path-done', active: 'path-active', incidents: 'path-incident'};
  var shown = '';

  // Facelets leaves an attribute out that would be empty
  function ids(text) {
    return (text || '').split(' ').filter(Boolean);
  }

  function colour(viewer) {
    var state = document.getElementById('path-state').dataset;
    var now = JSON.stringify(state);
    if (now === shown) {
      return;
    }
    shown = now;
    var canvas = viewer.get('canvas');
    var registry = viewer.get('elementRegistry');
    Object.keys(MARKERS).forEach(function (kind) {
      registry.forEach(function (element) { canvas.removeMarker(element, MARKERS[kind]); });
      ids(state[kind]).filter(function (id) { return registry.get(id); }).forEach(function (id) {
        canvas.addMarker(id, MARKERS[kind]);
      });
    });
  }

  fetch(host.dataset.moddle)
    .then(function (answer) { return answer.json(); })
    .then(function (moddle) {
      var viewer = new BpmnJS({
        container: host,
        moddleExtensions: {mailroom: moddle},
        additionalModules: [MailroomFigures.viewing]
      });
      return viewer.importXML(document.getElementById('path-xml').value).then(function () {
        viewer.get('canvas').zoom('fit-viewport', 'auto');
        colour(viewer);
        new MutationObserver(function () { colour(viewer); })
          .observe(document.getElementById('path-watched'), {childList: true, subtree: true});
      });
    });
})();
