/* The panel beside the diagram: name, condition or duration of the figure that is selected. */
var MailroomFlowPanel = (function () {
  'use strict';

  var TITLES = {
    'bpmn:StartEvent': 'start', 'bpmn:EndEvent': 'end', 'bpmn:IntermediateCatchEvent': 'timer',
    'bpmn:UserTask': 'user', 'bpmn:SendTask': 'email', 'bpmn:SubProcess': 'sub',
    'bpmn:ExclusiveGateway': 'exclusive', 'bpmn:ParallelGateway': 'parallel',
    'bpmn:InclusiveGateway': 'inclusive', 'bpmn:SequenceFlow': 'flow', 'bpmn:Participant': 'pool',
    'bpmn:TextAnnotation': 'note', 'bpmn:Process': 'process'
  };

  function byId(id) {
    return document.getElementById(id);
  }

  /* The timer of a figure, or undefined. */
  function timerOf(businessObject) {
    return (businessObject.eventDefinitions || []).find(function (definition) {
      return definition.$type === 'bpmn:TimerEventDefinition';
    });
  }

  function kindOf(element) {
    if (MailroomFigures.isEmail(element)) {
      return 'email';
    }
    if (element.type === 'bpmn:SequenceFlow') {
      return 'flow';
    }
    return timerOf(element.businessObject) ? 'timer' : 'other';
  }

  function mayHaveDefault(source) {
    return /:(Exclusive|Inclusive)Gateway$/.test(source.type);
  }

  return function (modeler, words, editEmail) {
    var modeling = modeler.get('modeling');
    var factory = modeler.get('bpmnFactory');
    var title = byId('panel-title').textContent;
    var element;

    function expression(text) {
      return text.trim() ? factory.create('bpmn:FormalExpression', {body: text.trim()}) : undefined;
    }

    function body(holder) {
      return (holder && holder.body) || '';
    }

    function fillFlow(businessObject) {
      var source = element.source;
      byId('panel-condition').value = body(businessObject.conditionExpression);
      byId('panel-default').checked = source.businessObject.default === businessObject;
      byId('panel-default-field').hidden = !mayHaveDefault(source);
    }

    function fill() {
      var businessObject = element.businessObject;
      var kind = kindOf(element);
      byId('panel').querySelectorAll('[data-for]').forEach(function (part) {
        part.hidden = part.dataset.for !== kind;
      });
      byId('panel-title').textContent = words[TITLES[element.type]] || element.type.replace('bpmn:', '');
      byId('panel-name').value =
        (element.type === 'bpmn:TextAnnotation' ? businessObject.text : businessObject.name) || '';
      if (kind === 'flow') {
        fillFlow(businessObject);
      }
      if (kind === 'timer') {
        byId('panel-duration').value = body(timerOf(businessObject).timeDuration);
      }
    }

    function show(selected) {
      element = selected && selected.labelTarget ? selected.labelTarget : selected;
      byId('panel').hidden = !element;
      byId('panel-none').hidden = !!element;
      byId('panel-title').textContent = title;
      if (element) {
        fill();
      }
    }

    function onChange(id, change) {
      byId(id).addEventListener('change', function (event) { change(event.target); });
    }

    onChange('panel-name', function (input) {
      modeling.updateLabel(element, input.value.trim());
    });
    onChange('panel-condition', function (input) {
      modeling.updateProperties(element, {conditionExpression: expression(input.value)});
    });
    onChange('panel-default', function (input) {
      modeling.updateProperties(element.source, {
        default: input.checked ? element.businessObject : undefined
      });
    });
    onChange('panel-duration', function (input) {
      modeling.updateModdleProperties(element, timerOf(element.businessObject), {
        timeDuration: expression(input.value), timeDate: undefined, timeCycle: undefined
      });
    });
    byId('panel').addEventListener('submit', function (event) { event.preventDefault(); });
    byId('panel-edit').addEventListener('click', function () { editEmail(element); });

    modeler.on('selection.changed', function (event) {
      show(event.newSelection.length === 1 ? event.newSelection[0] : undefined);
    });
    modeler.on('elements.changed', function (event) {
      if (element && event.elements.indexOf(element) >= 0) {
        fill();
      }
    });

    return {
      focus: function () { byId('panel-name').focus(); }
    };
  };
})();
