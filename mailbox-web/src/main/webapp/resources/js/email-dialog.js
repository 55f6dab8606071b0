/* The properties of an e-mail figure: Identification, Recipients, Message. */
var MailroomEmailDialog = (function () {
  'use strict';

  function byId(id) {
    return document.getElementById(id);
  }

  function show(attribute, chosen) {
    byId('email').querySelectorAll('[' + attribute + ']').forEach(function (part) {
      part.hidden = part.getAttribute(attribute) !== chosen;
    });
  }

  function documentationOf(businessObject) {
    var first = (businessObject.documentation || [])[0];
    return first ? first.text || '' : '';
  }

  return function (modeler, words) {
    var dialog = byId('email');
    var modeling = modeler.get('modeling');
    var factory = modeler.get('bpmnFactory');
    var element;
    var recipients = [];

    function checked(name) {
      return dialog.querySelector('[name=' + name + ']:checked').value;
    }

    function word(type) {
      return {group: words.group, user: words.person, expression: words.expression, address: words.address}[type] || type;
    }

    function part(name, text, className) {
      var node = document.createElement(name);
      node.textContent = text;
      node.className = className;
      return node;
    }

    function row(recipient, index) {
      var item = document.createElement('li');
      var remove = part('button', '', 'icon-button');
      remove.type = 'button';
      remove.title = words.remove;
      remove.setAttribute('aria-label', words.remove + ' ' + recipient.value);
      remove.append(part('span', '', 'pi pi-times'));
      remove.addEventListener('click', function () {
        recipients.splice(index, 1);
        list();
      });
      item.append(part('span', word(recipient.type), 'tag'), part('span', recipient.value, 'code'), remove);
      return item;
    }

    function list() {
      byId('recipients').replaceChildren.apply(byId('recipients'), recipients.map(row));
      byId('recipients-none').hidden = recipients.length > 0;
    }

    function add() {
      var type = byId('recipient-type').value;
      var input = byId('recipient-' + type);
      var value = input.value.trim();
      if (!value || !input.reportValidity()) {
        input.focus();
        return;
      }
      var known = recipients.some(function (r) { return r.type === type && r.value === value; });
      if (!known) {
        recipients.push({type: type, value: value});
      }
      if (input.tagName === 'INPUT') {
        input.value = '';
      }
      list();
    }

    function showOutbox() {
      byId('email-mailbox-field').hidden = checked('outbox') !== 'specific';
    }

    function showContent() {
      show('data-content', checked('content'));
    }

    // A choice that has gone since stays visible instead of silently becoming another one.
    function select(id, value) {
      var field = byId(id);
      if (value && !Array.from(field.options).some(function (o) { return o.value === value; })) {
        field.add(new Option(value, value));
      }
      field.value = value || '';
    }

    function fillIdentification(businessObject) {
      byId('email-name').value = businessObject.name || '';
      byId('email-id').value = businessObject.id;
      byId('email-id').setCustomValidity('');
      byId('email-description').value = documentationOf(businessObject);
    }

    function fillMessage(email) {
      var specific = email.outbox === 'specific';
      byId(specific ? 'outbox-specific' : 'outbox-default').checked = true;
      select('email-mailbox', email.mailbox);
      var free = !email.template && !!(email.text && email.text.body);
      byId(free ? 'content-text' : 'content-template').checked = true;
      select('email-template', email.template);
      byId('email-subject').value = email.subject || '';
      byId('email-text').value = (email.text && email.text.body) || '';
      showOutbox();
      showContent();
    }

    function fill() {
      var email = MailroomFigures.emailOf(element) || {};
      fillIdentification(element.businessObject);
      recipients = (email.recipients || []).map(function (r) { return {type: r.type, value: r.value}; });
      list();
      fillMessage(email);
    }

    function newChild(parent, type, properties) {
      var child = factory.create(type, properties);
      child.$parent = parent;
      return child;
    }

    function newEmail() {
      var specific = checked('outbox') === 'specific';
      var template = checked('content') === 'template';
      var extensions = MailroomFigures.newEmail(factory);
      var email = extensions.values[0];
      email.outbox = specific ? 'specific' : 'default';
      email.mailbox = specific ? byId('email-mailbox').value || undefined : undefined;
      email.template = template ? byId('email-template').value || undefined : undefined;
      email.subject = byId('email-subject').value.trim() || undefined;
      email.text = template ? undefined : newChild(email, 'mailroom:Text', {body: byId('email-text').value});
      email.recipients = recipients.map(function (r) { return newChild(email, 'mailroom:Recipient', r); });
      return extensions;
    }

    function others() {
      var extensions = element.businessObject.extensionElements;
      return ((extensions && extensions.values) || []).filter(function (value) {
        return value.$type !== 'mailroom:Email';
      });
    }

    function documentation() {
      var text = byId('email-description').value.trim();
      return text ? [factory.create('bpmn:Documentation', {text: text})] : [];
    }

    function idIsFree() {
      var id = byId('email-id').value;
      var other = modeler.get('elementRegistry').get(id);
      byId('email-id').setCustomValidity(other && other !== element ? words.taken : '');
      if (byId('email-id').checkValidity()) {
        return true;
      }
      byId('tab-identification').click();
      return byId('email-id').reportValidity();
    }

    function apply() {
      if (!idIsFree()) {
        return;
      }
      var extensions = newEmail();
      extensions.values = others().concat(extensions.values);
      modeling.updateProperties(element, {
        id: byId('email-id').value,
        name: byId('email-name').value.trim(),
        documentation: documentation(),
        extensionElements: extensions
      });
      dialog.close();
    }

    dialog.querySelectorAll('[data-close]').forEach(function (button) {
      button.addEventListener('click', function () { dialog.close(); });
    });
    dialog.querySelectorAll('[name=outbox]').forEach(function (radio) {
      radio.addEventListener('change', showOutbox);
    });
    dialog.querySelectorAll('[name=content]').forEach(function (radio) {
      radio.addEventListener('change', showContent);
    });
    byId('recipient-type').addEventListener('change', function (event) {
      show('data-recipient', event.target.value);
    });
    byId('recipient-add').addEventListener('click', add);
    ['recipient-expression', 'recipient-address'].forEach(function (id) {
      byId(id).addEventListener('keydown', function (event) {
        if (event.key === 'Enter') {
          event.preventDefault();
          add();
        }
      });
    });
    byId('email-apply').addEventListener('click', apply);

    return {
      open: function (figure) {
        element = figure;
        fill();
        byId('tab-identification').click();
        dialog.showModal();
        byId('email-name').focus();
      }
    };
  };
})();
