/*
 * The e-mail figure for bpmn-js: how it is drawn, and the palette and context pad with just what
 * the engine can run. bpmn-js is used as it is delivered; this is one of its additional modules.
 */
var MailroomFigures = (function () {
  'use strict';

  /* What an e-mail figure carries, or undefined. */
  function emailOf(element) {
    var extensions = element.businessObject && element.businessObject.extensionElements;
    return extensions && (extensions.values || []).find(function (value) {
      return value.$type === 'mailroom:Email';
    });
  }

  function isEmail(element) {
    return element.type === 'bpmn:SendTask' && !!emailOf(element);
  }

  /* A new, empty e-mail element. */
  function newEmail(bpmnFactory) {
    var extensions = bpmnFactory.create('bpmn:ExtensionElements', {values: []});
    var email = bpmnFactory.create('mailroom:Email', {outbox: 'default', recipients: []});
    email.$parent = extensions;
    extensions.values.push(email);
    return extensions;
  }

  /* Draws e-mail figures in the colour of the product; the envelope is that of the send task. */
  function EmailRenderer(eventBus, bpmnRenderer) {
    eventBus.on('render.shape', 1500, function (event, context) {
      if (isEmail(context.element)) {
        return bpmnRenderer.drawShape(context.gfx, context.element, {fill: '#e8eefc', stroke: '#2450d8'});
      }
    });
  }
  EmailRenderer.$inject = ['eventBus', 'bpmnRenderer'];

  /* Makes the shapes that palette and context pad offer. */
  function Figures(elementFactory, bpmnFactory, words) {
    this.email = function () {
      var shape = elementFactory.createShape({type: 'bpmn:SendTask'});
      shape.businessObject.name = words.email;
      shape.businessObject.extensionElements = newEmail(bpmnFactory);
      shape.businessObject.extensionElements.$parent = shape.businessObject;
      return shape;
    };
    this.timer = function () {
      return elementFactory.createShape({
        type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition'
      });
    };
    this.pool = function () {
      return elementFactory.createParticipantShape();
    };
    this.sub = function () {
      var sub = elementFactory.createShape({type: 'bpmn:SubProcess', isExpanded: true, x: 0, y: 0});
      var start = elementFactory.createShape({type: 'bpmn:StartEvent', x: 40, y: 82, parent: sub});
      return [sub, start];
    };
    this.plain = function (type) {
      return function () { return elementFactory.createShape({type: type}); };
    };
  }
  Figures.$inject = ['elementFactory', 'bpmnFactory', 'words'];

  function Palette(palette, create, handTool, lassoTool, spaceTool, globalConnect, figures, words) {
    function tool(icon, word, start) {
      return {group: 'tools', className: 'bpmn-icon-' + icon, title: words[word], action: {click: start}};
    }

    function figure(group, icon, word, make) {
      // of several shapes, such as a sub-process with its start, the first is the figure
      function start(event) {
        var shapes = [].concat(make());
        create.start(event, shapes, {hints: {autoSelect: [shapes[0]]}});
      }
      return {
        group: group, className: 'bpmn-icon-' + icon, title: words[word],
        action: {dragstart: start, click: start}
      };
    }

    function line(group) {
      return {group: group, separator: true};
    }

    this.getPaletteEntries = function () {
      return {
        'hand': tool('hand-tool', 'hand', function (event) { handTool.activateHand(event); }),
        'lasso': tool('lasso-tool', 'lasso', function (event) { lassoTool.activateSelection(event); }),
        'space': tool('space-tool', 'space', function (event) { spaceTool.activateSelection(event); }),
        'connect': tool('connection-multi', 'connect', function (event) { globalConnect.start(event); }),
        'line-1': line('tools'),
        'create.email': figure('activity', 'send-task mailroom-email', 'email', figures.email),
        'create.user': figure('activity', 'user-task', 'user', figures.plain('bpmn:UserTask')),
        'create.sub': figure('activity', 'subprocess-expanded', 'sub', figures.sub),
        'line-2': line('activity'),
        'create.start': figure('event', 'start-event-none', 'start', figures.plain('bpmn:StartEvent')),
        'create.timer': figure('event', 'intermediate-event-catch-timer', 'timer', figures.timer),
        'create.end': figure('event', 'end-event-none', 'end', figures.plain('bpmn:EndEvent')),
        'line-3': line('event'),
        'create.exclusive': figure('gateway', 'gateway-xor', 'exclusive', figures.plain('bpmn:ExclusiveGateway')),
        'create.parallel': figure('gateway', 'gateway-parallel', 'parallel', figures.plain('bpmn:ParallelGateway')),
        'create.inclusive': figure('gateway', 'gateway-or', 'inclusive', figures.plain('bpmn:InclusiveGateway')),
        'line-4': line('gateway'),
        'create.pool': figure('artifact', 'participant', 'pool', figures.pool),
        'create.note': figure('artifact', 'text-annotation', 'note', figures.plain('bpmn:TextAnnotation'))
      };
    };

    palette.registerProvider(this);
  }
  Palette.$inject = [
    'palette', 'create', 'handTool', 'lassoTool', 'spaceTool', 'globalConnect', 'figures', 'words'
  ];

  /* Takes from the context pad what the engine cannot run, and adds the pencil. */
  function ContextPad(contextPad, create, autoPlace, eventBus, figures, words) {
    function append(icon, word, make) {
      function drag(event, source) {
        create.start(event, make(), {source: source});
      }
      return {
        group: 'model', className: 'bpmn-icon-' + icon, title: words.append + ' ' + words[word],
        action: {
          dragstart: drag,
          click: function (event, source) { autoPlace.append(source, make()); }
        }
      };
    }

    function pencil(element) {
      return {
        group: 'edit', className: 'pi pi-pencil mailroom-edit', title: words.edit,
        action: {click: function () { eventBus.fire('mailroom.edit', {element: element}); }}
      };
    }

    function rename(entries, key, title) {
      if (entries[key]) {
        entries[key].title = title;
      }
    }

    function appending(entries) {
      if (!entries['append.append-task']) {
        return {};
      }
      return {
        'append.email': append('send-task mailroom-email', 'email', figures.email),
        'append.user': append('user-task', 'user', figures.plain('bpmn:UserTask'))
      };
    }

    this.getContextPadEntries = function (element) {
      return function (entries) {
        var kept = Object.assign(
          element.labelTarget ? {} : {edit: pencil(element)}, appending(entries), entries);
        delete kept['append.append-task'];
        delete kept['append.intermediate-event'];
        delete kept.replace;
        rename(kept, 'append.end-event', words.append + ' ' + words.end);
        rename(kept, 'append.gateway', words.append + ' ' + words.exclusive);
        rename(kept, 'append.text-annotation', words.append + ' ' + words.note);
        rename(kept, 'connect', words.connect);
        rename(kept, 'delete', words.delete);
        return kept;
      };
    };

    // after the provider of bpmn-js (1000), whose entries it changes
    contextPad.registerProvider(500, this);
  }
  ContextPad.$inject = ['contextPad', 'create', 'autoPlace', 'eventBus', 'figures', 'words'];

  return {
    emailOf: emailOf,
    isEmail: isEmail,
    newEmail: newEmail,
    /* Only drawing: for a diagram that is looked at. */
    viewing: {__init__: ['emailRenderer'], emailRenderer: ['type', EmailRenderer]},
    /* Drawing and designing, with its words by name. */
    designing: function (words) {
      return {
        __init__: ['emailRenderer', 'mailroomContextPad'],
        words: ['value', words],
        figures: ['type', Figures],
        emailRenderer: ['type', EmailRenderer],
        paletteProvider: ['type', Palette],
        mailroomContextPad: ['type', ContextPad]
      };
    }
  };
})();
