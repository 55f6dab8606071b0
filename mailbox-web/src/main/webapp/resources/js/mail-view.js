// Shows a mail as its sender formatted it, in a frame that can do nothing. Outside of what the page
// refreshes, so that it stays as the person has it.
(function () {
  "use strict";
  const view = document.getElementById("mail-view");
  const frame = document.getElementById("mail-frame");
  const remote = document.getElementById("mail-remote");

  document.addEventListener("click", function (event) {
    const link = event.target.closest("a.mail-formatted");
    if (link) {
      event.preventDefault();
      frame.src = link.href;
      remote.hidden = link.dataset.remote !== "true";
      view.showModal();
    }
  });
  remote.addEventListener("click", function () {
    remote.hidden = true;
    frame.src += "&remote=true";
  });
  document.getElementById("mail-close").addEventListener("click", function () {
    view.close();
  });
  view.addEventListener("close", function () {
    frame.src = "about:blank";
  });
})();
