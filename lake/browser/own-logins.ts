// Lets a page take part only in logins that its own browser asked for. After a login, the lake sends the
// browser back with a code in the address, which the Studio exchanges for a token. Without this, a link with
// the code of another user's login would make its reader work in the name of that user. So would a link with a
// token. Runs in browsers.

import {KEPT_TOKEN} from './kept-token.ts'

const KEY = 'countersign.login-state'

/**
 * Makes the Studio's client send a secret of this browser, as `state`, with each request for the login page's
 * address and with each exchange of a code. Also removes tokens from the address of the page before the Studio
 * reads them. Does nothing outside browsers.
 */
export function takeOwnLoginsOnly(): void {
  if (typeof window === 'undefined') return
  // The Studio reads the code before any code of ours runs, so only its request can be changed.
  XMLHttpRequest.prototype.open = new Proxy(XMLHttpRequest.prototype.open, {
    apply: (open, request, [method, url, ...others]: unknown[]) =>
      Reflect.apply(open, request, [method, withState(String(url)), ...others]),
  })
  window.addEventListener('hashchange', removeToken)
  // The Studio looks for a token in the address right after it has read the one that it keeps. Another page can
  // change the address at any moment until then, so the event would come too late.
  Storage.prototype.getItem = new Proxy(Storage.prototype.getItem, {
    apply: (getItem, storage, [key]: unknown[]) => {
      if (String(key).startsWith(KEPT_TOKEN)) removeToken()
      return Reflect.apply(getItem, storage, [key])
    },
  })
}

function withState(address: string): string {
  const url = new URL(address, location.href)
  if (!/\/auth\/(?:providers|fetch)$/.test(url.pathname)) return address
  const state = localStorage.getItem(KEY) ?? crypto.randomUUID()
  localStorage.setItem(KEY, state)
  url.searchParams.set('state', state)
  return url.href
}

function removeToken(): void {
  if (location.hash.includes('token=')) history.replaceState(null, '', location.pathname)
}
