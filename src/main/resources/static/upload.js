// Uploads with progress over the same form; without a script the form is sent as it is.
(() => {
  'use strict';

  const complain = (form, words) => {
    let line = form.querySelector('.field-error');
    if (!line) {
      line = document.createElement('p');
      line.className = 'field-error';
      line.setAttribute('role', 'alert');
      form.append(line);
    }
    line.textContent = words;
  };

  const busy = (form, on) => {
    form.querySelector('button').disabled = on;
    form.querySelector('.paper-progress').hidden = !on;
  };

  const show = (form, percent) => {
    form.querySelector('progress').value = percent;
    form.querySelector('.paper-progress span').textContent = percent < 100 ? `正在上传 ${percent}%` : '正在检查文件……';
  };

  const send = (form) => {
    const input = form.querySelector('input[type=file]');
    if (!input.files.length) {
      complain(form, '请先选择要上传的文件。');
      return;
    }
    const most = Number(form.dataset.most);
    const large = [...input.files].filter((file) => file.size > most);
    if (large.length) {
      complain(form, `“${large[0].name}”超过 20 MB，请压缩或拆分后重新上传。`);
      input.value = '';
      return;
    }
    // one request for each file, so that together they may be more than one request can carry
    const files = [...input.files];
    const refused = [];
    const next = (index) => {
      const data = new FormData();
      data.append('_csrf', form.querySelector('input[name=_csrf]').value);
      data.append('file', files[index]);
      const request = new XMLHttpRequest();
      request.open('POST', form.action);
      request.upload.addEventListener('progress', (event) => {
        if (event.lengthComputable) {
          show(form, Math.floor(((index + event.loaded / event.total) / files.length) * 100));
        }
      });
      request.addEventListener('load', () => {
        const ok = [200, 422, 429].includes(request.status);
        const page = ok ? new DOMParser().parseFromString(request.responseText, 'text/html') : null;
        const card = page && page.getElementById(form.dataset.upload);
        if (!card) {
          busy(form, false);
          complain(form, request.status === 413 ? '文件超过 20 MB，请压缩或拆分后重新上传。'
            : request.status === 403 || request.status === 401 ? '登录已过期，请刷新页面重新登录，已上传的文件都保存着。'
              : '没有上传成功，请稍后再试。');
          return;
        }
        const wrong = [...card.querySelectorAll(':scope .field-error')];
        if (index + 1 < files.length) {
          refused.push(...wrong);
          next(index + 1);
          return;
        }
        card.querySelector('.card-body').append(...refused);
        const steps = page.querySelector('.apply-steps');
        const old = document.querySelector('.apply-steps');
        if (steps && old) old.replaceWith(steps);
        document.getElementById(form.dataset.upload).replaceWith(card);
        watch(card);
        const first = card.querySelector('.field-error') || card.querySelector('.paper-files');
        if (first) {
          first.tabIndex = -1;
          first.focus();
        }
      });
      request.addEventListener('error', () => {
        busy(form, false);
        complain(form, '网络中断，没有上传成功。请检查网络后重试，已上传的文件都保存着。');
      });
      request.send(data);
    };
    busy(form, true);
    show(form, 0);
    next(0);
  };

  // choosing is enough: the upload begins by itself
  const watch = (within) => {
    for (const form of within.querySelectorAll('form[data-upload]')) {
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        send(form);
      });
      form.querySelector('input[type=file]').addEventListener('change', () => send(form));
    }
  };

  watch(document);
})();
