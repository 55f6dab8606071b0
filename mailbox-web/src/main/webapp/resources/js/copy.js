// A button that copies a text; it shows where the browser allows that (over HTTPS or on this machine).
if (navigator.clipboard) {
  const show = () => document.querySelectorAll('button.copy[hidden]').forEach((button) => { button.hidden = false; });
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button.copy');
    if (button) {
      navigator.clipboard.writeText(button.dataset.copy);
    }
  });
  new MutationObserver(show).observe(document.body, { childList: true, subtree: true });
  show();
}
