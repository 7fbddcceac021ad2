// A form marked data-once is sent once: its button says so and rests. The server does it once anyway.
(() => {
  'use strict';
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!('once' in form.dataset)) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    const button = form.querySelector('button[type=submit]');
    if (!button) return;
    form.dataset.word = button.textContent;
    // after the browser has taken the form's values
    setTimeout(() => {
      button.disabled = true;
      button.textContent = form.dataset.once;
    });
  });
  // back from the page after: the form can be sent again, the server knows whether it had been
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    for (const form of document.querySelectorAll('form[data-sent]')) {
      delete form.dataset.sent;
      const button = form.querySelector('button[type=submit]');
      button.disabled = false;
      button.textContent = form.dataset.word;
    }
  });
})();
