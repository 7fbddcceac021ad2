// Small comforts; every page works without this file.
(() => {
  'use strict';

  // an open panel of the top bar closes when one clicks elsewhere or presses Escape
  document.addEventListener('click', (event) => {
    for (const open of document.querySelectorAll('details.drop[open]')) {
      if (!open.contains(event.target)) open.open = false;
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const open of document.querySelectorAll('details.drop[open]')) {
      open.open = false;
      open.querySelector('summary').focus();
    }
  });

  // buttons that only make sense with a script are hidden in the page until here
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-print], [data-copy]');
    if (!button) return;
    if ('print' in button.dataset) {
      window.print();
    } else if (navigator.clipboard) {
      await navigator.clipboard.writeText(button.dataset.copy);
      say('已复制');
    }
  });

  // the staff's menu and an editor's list of pages start folded on a narrow screen
  const start = () => {
    if (window.matchMedia('(max-width: 991px)').matches) {
      for (const fold of document.querySelectorAll('.side-fold, .edit-nav-fold')) fold.open = false;
    }
    unhide(document);
    summary(document);
  };

  const unhide = (within) => {
    for (const hidden of within.querySelectorAll('[data-print][hidden], [data-copy][hidden]')) {
      hidden.hidden = false;
    }
  };

  // after a refused form the summary of problems gets the focus, so that a screen reader begins there
  const summary = (within) => {
    const problems = within.querySelector('.problem-summary');
    if (problems) problems.focus();
  };

  // a file that no request may carry is said so before it is sent; forms with scripts of their own say it themselves
  const MOST_TOGETHER = 60 * 1024 * 1024;
  document.addEventListener('change', (event) => {
    const control = event.target;
    if (control.type !== 'file' || !control.dataset.most || control.closest('#form-sections, [data-upload]')) return;
    const most = Number(control.dataset.most);
    const files = [...control.files];
    const large = files.find((file) => file.size > most);
    const words = large ? `“${large.name}”超过 ${Math.round(most / 1048576)} MB，没有上传。请压缩或拆分以后再选。`
      : files.reduce((sum, file) => sum + file.size, 0) > MOST_TOGETHER ? '这些文件合计超过 60 MB，请分几次选择、上传。' : '';
    let line = document.getElementById(control.id + '-large');
    if (!words) {
      if (line) line.remove();
      return;
    }
    if (!line) {
      line = document.createElement('p');
      line.id = control.id + '-large';
      line.className = 'field-error';
      line.setAttribute('role', 'alert');
      control.after(line);
    }
    line.textContent = words;
    control.value = '';
  });

  let timer;
  const say = (words) => {
    const flash = document.getElementById('flash');
    if (!flash) return;
    flash.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => { flash.textContent = ''; }, 8000);
  };

  document.addEventListener('htmx:afterSwap', (event) => {
    unhide(document); // the target itself may have been replaced
    summary(event.detail.target);
  });
  document.addEventListener('htmx:responseError', (event) => {
    const answer = event.detail.xhr;
    if ((answer.getResponseHeader('Content-Type') || '').startsWith('text/plain') && answer.responseText.length < 200) {
      say(answer.responseText);
      return;
    }
    const number = answer.getResponseHeader('X-Request-Id');
    say('这一步没有成功，您填写的内容还在页面上，请稍后再试。' + (number ? '编号：' + number : ''));
  });
  document.addEventListener('htmx:sendError', () => say('网络没有连上，您填写的内容还在页面上，请检查网络后再试。'));

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
})();
