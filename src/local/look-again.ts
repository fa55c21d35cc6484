/** Brings the list up to date without loading the page anew, which would move the focus of who reads it. */
export const lookAgain = `
setInterval(async () => {
  if (document.hidden) return;
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  const shown = document.querySelector('main');
  if (fresh && shown.innerHTML !== fresh.innerHTML) shown.replaceWith(fresh);
}, 2000);
`;
