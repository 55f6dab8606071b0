/* The form of an e-mail template: keys at the cursor, and the text as it will look. */
(function () {
  'use strict';

  function preview(source) {
    document.getElementById(source.dataset.preview).srcdoc = source.value;
  }

  document.addEventListener('click', function (event) {
    var key = event.target.closest('[data-insert]');
    if (key) {
      var into = document.getElementById(key.dataset.into);
      into.setRangeText(key.dataset.insert, into.selectionStart, into.selectionEnd, 'end');
      into.focus();
      preview(into);
    }
  });

  document.addEventListener('input', function (event) {
    if (event.target.dataset.preview) {
      preview(event.target);
    }
  });

  document.querySelectorAll('[data-preview]').forEach(preview);
})();
