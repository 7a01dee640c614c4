/** Asks the archive in the language of the page, which need not be the browser's. */
export function ask(address) {
  const languages = [document.documentElement.lang, ...navigator.languages].join();
  return fetch(address, { headers: { "Accept-Language": languages } });
}
