// Asks a user who closes the window, or loads it again, while the lake does not have all that was written. Runs in
// browsers, and imports nothing.

/** The Studio sends words at most so long after they were typed. */
const TYPING_MS = 3000

/**
 * Lets the browser ask before the Studio is left with changes that are not stored. Does nothing outside browsers.
 * Must run before the Studio does: its list of who is online ends for good on each `beforeunload`, also where the
 * user then stays.
 */
export function askBeforeLeaving(): void {
  if (typeof window === 'undefined') return
  const changes = changesUnderWay()
  let typedAt = -Infinity
  const noteTime = ({timeStamp}: Event): void => {
    typedAt = timeStamp
  }
  for (const type of ['beforeinput', 'input', 'paste', 'drop']) {
    addEventListener(type, noteTime, {capture: true})
  }
  // The Studio takes Undo and its like for itself. The browser's own keys, such as those that load a page, change nothing.
  addEventListener('keydown', (event) => {
    if (event.defaultPrevented) noteTime(event)
  })
  addEventListener('beforeunload', (event) => {
    if (changes.size === 0 && event.timeStamp - typedAt > TYPING_MS) return
    event.preventDefault()
    event.stopImmediatePropagation()
  })
}

/** The requests for changes that were sent and have no answer yet. */
function changesUnderWay(): ReadonlySet<XMLHttpRequest> {
  const underWay = new Set<XMLHttpRequest>()
  const watched = new WeakSet<XMLHttpRequest>()
  const {prototype} = XMLHttpRequest
  prototype.open = new Proxy(prototype.open, {
    apply: (open, request: XMLHttpRequest, args: unknown[]) => {
      if (isChange(args) && !watched.has(request)) {
        watched.add(request)
        request.addEventListener('loadstart', () => underWay.add(request))
        request.addEventListener('loadend', () => {
          if (isAnswered(request)) underWay.delete(request)
        })
      }
      Reflect.apply(open, request, args)
    },
  })
  // The client also does so once it has read an answer. The request then has no other end.
  prototype.abort = new Proxy(prototype.abort, {
    apply: (abort, request: XMLHttpRequest) => {
      underWay.delete(request)
      Reflect.apply(abort, request, [])
    },
  })
  return underWay
}

function isChange([method, address]: readonly unknown[]): boolean {
  return method === 'POST' && /\/data\/(?:actions|mutate)\//.test(String(address))
}

/** A change without such an answer is sent again: the server was away, could not write, or asked for a login. */
function isAnswered({status}: XMLHttpRequest): boolean {
  return status !== 0 && status !== 401 && status < 500
}
