/* The form of a mailbox: what is wrong, tied to its field and summed up; nothing typed is lost. */
(function () {
  'use strict';

  var unsaved = false;
  var summing = false;

  function form() {
    return document.getElementById('form');
  }

  function problemOf(field) {
    var problem = field.querySelector('.ui-message-error-detail, .ui-message-error-summary');
    return problem ? problem.textContent.trim() : '';
  }

  function idOf(element) {
    element.id = element.id || 'described-' + Math.random().toString(36).slice(2);
    return element.id;
  }

  // Hint and message belong to the input also for those who do not see that they stand below it.
  function describe(field) {
    var input = field.querySelector('input, select, textarea');
    if (input) {
      var texts = Array.from(field.querySelectorAll('.hint, .ui-message')).map(idOf);
      input.setAttribute('aria-describedby', texts.join(' '));
      input.setAttribute('aria-invalid', problemOf(field) ? 'true' : 'false');
    }
  }

  function wrong() {
    return Array.from(form().querySelectorAll('.field, fieldset.card')).filter(function (field) {
      var own = field.matches('.field') || !field.querySelector('.field');
      return own && problemOf(field);
    });
  }

  function line(field) {
    var item = document.createElement('li');
    var link = document.createElement('button');
    var label = field.querySelector('.label, legend');
    link.type = 'button';
    link.className = 'link';
    link.textContent = label.textContent.replace('*', '').trim() + ': ' + problemOf(field);
    link.addEventListener('click', function () { focus(field); });
    item.append(link);
    return item;
  }

  function sumUp() {
    var summary = document.getElementById('summary');
    var fields = wrong();
    summing = summing && fields.length > 0;
    summary.hidden = !summing;
    var lines = summing ? fields.map(line) : [];
    var list = summary.querySelector('ul');
    if (list.textContent !== lines.map(function (item) { return item.textContent; }).join('')) {
      list.replaceChildren.apply(list, lines);
    }
  }

  function focus(field) {
    var input = field.querySelector('input:not([disabled]), select, textarea');
    if (input) {
      input.focus();
      input.scrollIntoView({block: 'center'});
    }
  }

  // What the answer is stands at the end or the top of the form, wherever the person pressed the button.
  function show(answer) {
    if (answer && answer.textContent.trim()) {
      answer.scrollIntoView({block: 'center'});
    }
  }

  function look() {
    if (form()) {
      form().querySelectorAll('.field').forEach(describe);
      sumUp();
    }
  }

  function source(settings) {
    return typeof settings.source === 'string' ? settings.source : (settings.source || {}).id || '';
  }

  function leavesForTheList(xhr) {
    var redirect = xhr.responseXML && xhr.responseXML.querySelector('redirect');
    return redirect && redirect.getAttribute('url').indexOf('/mailbox/list') >= 0;
  }

  function succeeded(event, xhr, settings) {
    if (/:(save|delete)$/.test(source(settings)) && leavesForTheList(xhr)) {
      unsaved = false;
    }
  }

  function completed(event, xhr, settings) {
    var from = source(settings);
    if (from === 'form:save') {
      summing = true;
      look();
      show(document.querySelector('.changed'));
      wrong().slice(0, 1).forEach(focus);
    } else if (from === 'form:check') {
      show(document.getElementById('form:report'));
    } else if (/:take$/.test(from)) {
      document.getElementById('form:service').focus();
    }
  }

  function changed(event) {
    unsaved = unsaved || Boolean(form() && form().contains(event.target));
  }

  // Left to itself the browser presses the first button of the form, whatever that does.
  function saveOnEnter(event) {
    if (event.key === 'Enter' && event.target.matches('#form input')) {
      event.preventDefault();
      var save = document.getElementById('form:save');
      if (save) {
        save.click();
      }
    }
  }

  // A kind chosen before the page listened, or brought back by the browser, opens its fields too.
  function openFields() {
    var chosen = document.querySelector('[name="form:type"]:checked');
    if (chosen && !document.getElementById('form:name')) {
      chosen.click();
    }
  }

  document.addEventListener('keydown', saveOnEnter);
  document.addEventListener('input', changed);
  document.addEventListener('change', changed);
  window.addEventListener('beforeunload', function (event) {
    if (unsaved) {
      event.preventDefault();
      event.returnValue = '';
    }
  });
  // after everything that is itself set up when the page is ready
  jQuery(function () { jQuery(openFields); });
  jQuery(document).on('pfAjaxSuccess', succeeded).on('pfAjaxComplete', completed);
  new MutationObserver(look).observe(document.getElementById('content'), {childList: true, subtree: true});
  look();
})();
