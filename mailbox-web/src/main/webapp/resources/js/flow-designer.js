/* The page of one flow: brings diagram, fields, dialog and the server together. */
(function () {
  'use strict';

  var canvas = document.getElementById('canvas');
  var bpmn = document.getElementById('form:bpmn');
  var nameField = document.getElementById('flow-name');
  var keyField = document.getElementById('flow-key');
  var descriptionField = document.getElementById('flow-description');
  var changed = false;
  var keyTyped = keyField.dataset.fixed === 'true';

  /* data-word-email becomes words.email, and so on. */
  function wordsOf(node) {
    var words = {};
    Object.keys(node.dataset).forEach(function (name) {
      if (name.indexOf('word') === 0) {
        words[name.charAt(4).toLowerCase() + name.slice(5)] = node.dataset[name];
      }
    });
    return words;
  }

  function start(moddle) {
    var words = wordsOf(canvas);
    var modeler = new BpmnJS({
      container: canvas,
      moddleExtensions: {mailroom: moddle},
      additionalModules: [MailroomFigures.designing(words)]
    });
    var dialog = MailroomEmailDialog(modeler, words);
    var panel = MailroomFlowPanel(modeler, words, dialog.open);

    function edit(element) {
      if (MailroomFigures.isEmail(element)) {
        dialog.open(element);
      } else {
        panel.focus();
      }
    }

    modeler.on('mailroom.edit', function (event) { edit(event.element); });
    // before the double click of bpmn-js (1500), which writes on the figure
    modeler.on('element.dblclick', 2000, function (event) {
      if (MailroomFigures.isEmail(event.element)) {
        edit(event.element);
        return false;
      }
    });
    modeler.on('commandStack.changed', function () { changed = true; });
    return modeler;
  }

  function processOf(modeler) {
    return modeler.getDefinitions().rootElements.find(function (root) {
      return root.$type === 'bpmn:Process';
    });
  }

  function readFields(modeler) {
    var process = processOf(modeler);
    nameField.value = process.name || '';
    var documentation = (process.documentation || [])[0];
    descriptionField.value = documentation ? documentation.text || '' : '';
  }

  function writeFields(modeler) {
    var process = processOf(modeler);
    process.name = nameField.value.trim();
    process.id = keyField.value.trim();
    process.isExecutable = true;
    var text = descriptionField.value.trim();
    process.documentation = text ? [modeler.get('moddle').create('bpmn:Documentation', {text: text})] : [];
  }

  /* "Tell the customer" becomes tell-the-customer. */
  function keyOf(name) {
    var plain = name.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
    return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').replace(/^(\d)/, 'f-$1');
  }

  function fit(modeler) {
    if (canvas.clientWidth > 0) {
      modeler.get('canvas').resized();
      modeler.get('canvas').zoom('fit-viewport', 'auto');
    }
  }

  function open(modeler, xml) {
    return modeler.importXML(xml).then(function () {
      readFields(modeler);
      fit(modeler);
    }).catch(function (failure) {
      window.alert(canvas.dataset.wordUnreadable + '\n' + failure.message);
    });
  }

  function fieldsAreRight() {
    var wrong = [nameField, keyField].find(function (field) { return !field.checkValidity(); });
    if (wrong) {
      document.getElementById('tab-data').click();
      wrong.reportValidity();
    }
    return !wrong;
  }

  function save(modeler) {
    if (!fieldsAreRight()) {
      return;
    }
    writeFields(modeler);
    modeler.saveXML({format: true}).then(function (result) {
      bpmn.value = result.xml;
      document.getElementById('form:deploy').click();
    });
  }

  function download(modeler) {
    writeFields(modeler);
    modeler.saveXML({format: true}).then(function (result) {
      var link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([result.xml], {type: 'application/xml'}));
      link.download = (keyField.value || 'flow') + '.bpmn';
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }

  function upload(modeler, input) {
    input.files[0].text().then(function (xml) {
      input.value = '';
      return open(modeler, xml);
    }).then(function () {
      changed = true;
      if (!keyField.readOnly) {
        keyField.value = processOf(modeler).id;
        keyTyped = true;
      }
    });
  }

  function unmark(modeler) {
    modeler.get('overlays').remove({type: 'problem'});
    modeler.get('elementRegistry').forEach(function (element) {
      modeler.get('canvas').removeMarker(element, 'has-problem');
    });
  }

  function mark(modeler, id, message) {
    if (!modeler.get('elementRegistry').get(id)) {
      return;
    }
    var badge = document.createElement('span');
    badge.className = 'problem-badge';
    badge.textContent = '!';
    badge.title = message;
    modeler.get('canvas').addMarker(id, 'has-problem');
    modeler.get('overlays').add(id, 'problem', {position: {top: -12, right: 12}, html: badge});
  }

  function markProblems(modeler) {
    unmark(modeler);
    document.querySelectorAll('#outcome [data-element]').forEach(function (problem) {
      mark(modeler, problem.dataset.element, problem.textContent);
    });
  }

  function saved(modeler) {
    markProblems(modeler);
    var deployed = document.getElementById('deployed').dataset;
    if (deployed.problems === '0' && deployed.key) {
      changed = false;
      keyTyped = true;
      keyField.readOnly = true;
      document.querySelector('h1').textContent = nameField.value;
      history.replaceState(null, '', '?key=' + encodeURIComponent(deployed.key));
    }
  }

  function reveal(modeler, id) {
    var element = modeler.get('elementRegistry').get(id);
    document.getElementById('tab-diagram').click();
    if (element) {
      modeler.get('canvas').scrollToElement(element);
      modeler.get('selection').select(element);
    }
  }

  function listen(modeler) {
    var saving = document.getElementById('save'); // who may only look has none
    if (saving) {
      saving.addEventListener('click', function () { save(modeler); });
    }
    document.getElementById('export').addEventListener('click', function () { download(modeler); });
    document.getElementById('import').addEventListener('change', function (event) {
      upload(modeler, event.target);
    });
    document.getElementById('import-label').addEventListener('keydown', function (event) {
      if (event.key === 'Enter' || event.key === ' ') {
        document.getElementById('import').click();
      }
    });
    document.getElementById('outcome').addEventListener('click', function (event) {
      if (event.target.dataset.element) {
        reveal(modeler, event.target.dataset.element);
      }
    });
    document.getElementById('tab-diagram').addEventListener('tab:chosen', function () { fit(modeler); });
    new MutationObserver(function () { saved(modeler); })
      .observe(document.getElementById('outcome'), {childList: true, subtree: true});
  }

  function listenToFields() {
    [nameField, keyField, descriptionField].forEach(function (field) {
      field.addEventListener('input', function () { changed = true; });
    });
    nameField.addEventListener('input', function () {
      if (!keyTyped) {
        keyField.value = keyOf(nameField.value);
      }
    });
    keyField.addEventListener('input', function () { keyTyped = true; });
    window.addEventListener('beforeunload', function (event) {
      if (changed) {
        event.preventDefault();
      }
    });
  }

  keyField.readOnly = keyTyped;
  fetch(canvas.dataset.moddle)
    .then(function (answer) { return answer.json(); })
    .then(function (moddle) {
      var modeler = start(moddle);
      listen(modeler);
      listenToFields();
      return open(modeler, bpmn.value);
    });
})();
