// Sorts the clinic finder by distance, and filters it. The position of the reader stays in this function: the script
// does not send it and does not store it. It runs only where there are scripts, so it also makes its own controls.

/** A place, or the box around several: south, west, north, east. */
type Box = readonly [number, number, number, number]

interface Item {
  readonly element: HTMLElement
  /** The list to which it belongs in the order by region. */
  readonly home: Element
  /** The name of its country. */
  readonly country: string
  readonly box: Box
}

const RADIUS = {kilometer: 6371, mile: 3959} as const

const template = document.querySelector<HTMLTemplateElement>('template#near-me')
if (template) start(template)

function start(template: HTMLTemplateElement): void {
  const said = template.dataset
  const items = [...document.querySelectorAll<HTMLElement>('[data-at]')].flatMap(itemOf)
  template.after(template.content.cloneNode(true))
  const status = document.querySelector('.near-me-status')
  const byDistance = document.querySelector<HTMLElement>('.by-distance')
  const sort = document.querySelector<HTMLButtonElement>('[data-sort]')
  const unsort = document.querySelector<HTMLButtonElement>('[data-unsort]')
  const filters = [
    ...document.querySelectorAll<HTMLSelectElement | HTMLInputElement>('[data-filter]'),
  ]

  const say = (text = ''): void => {
    if (status) status.textContent = text
  }

  const filter = (): void => {
    const wanted = filters.filter(isChosen)
    for (const {element} of items) {
      element.hidden = !wanted.every((control) => has(element, control))
    }
    hideEmptyPlaces()
    const count = items.filter(({element}) => !element.hidden).length
    say(filled(said.shown, {count, all: items.length}))
  }

  const showSorted = (isSorted: boolean): void => {
    if (byDistance) byDistance.hidden = !isSorted
    if (unsort) unsort.hidden = !isSorted
    for (const heading of document.querySelectorAll('.clinic-name')) {
      // In the list by distance, a clinic is right below a heading of the second level.
      if (isSorted) heading.setAttribute('aria-level', '3')
      else heading.removeAttribute('aria-level')
    }
    hideEmptyPlaces()
  }

  const sortFrom = ({coords}: GeolocationPosition): void => {
    const list = byDistance?.querySelector('ol')
    if (!list) return
    const unit = said.unit === 'mile' ? 'mile' : 'kilometer'
    const measured = items
      .map((item) => ({...item, far: RADIUS[unit] * angle(coords, item.box)}))
      .sort((a, b) => a.far - b.far)
    for (const {element, country, far} of measured) {
      const isClinic = element.matches('.clinic')
      // The box around a region says too little for a distance.
      label(element, isClinic ? filled(said.away, {distance: inWords(far, unit)}) : country)
      list.append(element)
    }
    showSorted(true)
    const nearest = measured.find(({element}) => !element.hidden)
    const name = nearest?.element.querySelector('[data-name]')?.textContent ?? ''
    say(filled(said.sorted, {name}))
  }

  for (const control of filters) control.addEventListener('change', filter)

  unsort?.addEventListener('click', () => {
    for (const {home, element} of items) home.append(element)
    for (const part of document.querySelectorAll('.clinic-distance')) part.remove()
    showSorted(false)
    say(said.unsorted)
    sort?.focus()
  })

  if (!('geolocation' in navigator)) {
    sort?.remove()
    document.querySelector('[data-privacy]')?.remove()
    return
  }
  sort?.addEventListener('click', () => {
    say(said.searching)
    navigator.geolocation.getCurrentPosition(
      sortFrom,
      ({code, PERMISSION_DENIED}) =>
        say(code === PERMISSION_DENIED ? said.refused : said.unavailable),
      {timeout: 20_000, maximumAge: 600_000},
    )
  })
}

function itemOf(element: HTMLElement): Item[] {
  const home = element.parentElement
  const [south, west, north = south, east = west] = (element.dataset.at ?? '')
    .split(',')
    .map(Number)
  if (!home || south === undefined || west === undefined) return []
  if (north === undefined || east === undefined) return []
  const country = home.closest('main > section')?.querySelector('h2')?.textContent ?? ''
  return [{element, home, country, box: [south, west, north, east]}]
}

/** Whether a filter asks for something. */
function isChosen(control: HTMLSelectElement | HTMLInputElement): boolean {
  return control instanceof HTMLInputElement ? control.checked : control.value !== ''
}

/** Whether an entry has what a filter asks for. */
function has(
  element: HTMLElement,
  {dataset, value}: HTMLSelectElement | HTMLInputElement,
): boolean {
  const name = `data-${dataset.filter}`
  return [...element.querySelectorAll(`[${name}]`)].some(
    (part) => part.getAttribute(name) === value,
  )
}

/** Hides the places that show nothing, and the links to them. */
function hideEmptyPlaces(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-place]')) {
    place.hidden = !place.querySelector('[data-at]:not([hidden])')
  }
  for (const contents of document.querySelectorAll<HTMLElement>('.clinic-contents')) {
    const links = [...contents.querySelectorAll('a')]
    for (const link of links) {
      const place = document
        .getElementById(link.hash.slice(1))
        ?.closest<HTMLElement>('[data-place]')
      const entry = link.closest('li')
      if (entry) entry.hidden = place?.hidden ?? false
    }
    contents.hidden = links.every((link) => link.closest('li')?.hidden)
  }
}

/** Writes below the name of an entry how far away it is, or its country. */
function label(element: HTMLElement, text: string): void {
  element.querySelector('.clinic-distance')?.remove()
  const distance = document.createElement('p')
  distance.className = 'clinic-distance'
  distance.textContent = text
  element.querySelector('[data-name]')?.after(distance)
}

/** A distance in the language of the page. */
function inWords(distance: number, unit: string): string {
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: distance < 10 ? 1 : 0,
  }).format(distance)
}

function filled(text = '', values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}

/** The angle between a place and the nearest point of a box, seen from the middle of the earth (haversine). */
function angle(
  {latitude, longitude}: GeolocationCoordinates,
  [south, west, north, east]: Box,
): number {
  const lat = within(latitude, south, north)
  // The shortest way may lead across the line at which a day begins.
  const turns = [-360, 0, 360].map((turn) => {
    const lng = longitude + turn
    const half =
      sine((latitude - lat) / 2) ** 2 +
      cosine(latitude) * cosine(lat) * sine((lng - within(lng, west, east)) / 2) ** 2
    return 2 * Math.asin(Math.min(1, Math.sqrt(half)))
  })
  return Math.min(...turns)
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}

function sine(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180)
}

function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180)
}
