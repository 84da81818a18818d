// The functions of `geo::` in queries. What the tests of facts expect is what hosted Sanity answers:
// https://github.com/sanity-io/groq-test-suite/tree/main/test/function/geo

import type {SanityClient} from '@sanity/client'
import * as fc from 'fast-check'
import {describe, expect, onTestFinished, test, vi} from 'vitest'
import {Permissions} from '../../../lake/access/grants.ts'
import {freshLake, refusal, servedLake} from '../../support/lake.ts'
import {runs} from '../../support/long.ts'

const OSLO = {_type: 'geopoint', lat: 59.913889, lng: 10.752222}
const STOCKHOLM = {_type: 'geopoint', lat: 59.329444, lng: 18.068611}
const BERLIN = {_type: 'geopoint', lat: 52.5170365, lng: 13.3888599, alt: 34}

async function withClinics(): Promise<SanityClient> {
  const {client} = await servedLake()
  await client
    .transaction()
    .create({_id: 'berlin', _type: 'clinic', at: BERLIN})
    .create({_id: 'nowhere', _type: 'clinic'})
    .create({_id: 'oslo', _type: 'clinic', at: OSLO})
    .create({_id: 'stockholm', _type: 'clinic', at: STOCKHOLM})
    .create({_id: 'office', _type: 'office', at: OSLO})
    .create({_id: 'norway', _type: 'region', area: box(5, 58, 12, 62)})
    .commit()
  return client
}

describe('clinics', () => {
  test('are sorted by their distance, with those without a place last', async () => {
    const client = await withClinics()
    const query = `*[_type == "clinic"] | order(geo::distance(at, geo::latLng($lat, $lng))){
      _id, "km": round(geo::distance(at, $here) / 1000)
    }`
    const here = {lat: 60, lng: 11}
    expect(await client.fetch(query, {...here, here})).toEqual([
      {_id: 'oslo', km: 17},
      {_id: 'stockholm', km: 404},
      {_id: 'berlin', km: 846},
      {_id: 'nowhere', km: null},
    ])
  })

  test('are found within a distance or an area, also of another document', async () => {
    const client = await withClinics()
    const near = '*[_type == "clinic" && geo::distance(at, $here) < 500000]'
    expect(await client.fetch(`${near}[0..1]._id`, {here: OSLO})).toEqual(['oslo', 'stockholm'])
    expect(await client.fetch(`count(${near})`, {here: OSLO})).toBe(2)
    expect(await client.fetch(`${near}{_id}[1]`, {here: OSLO})).toEqual({_id: 'stockholm'})
    const within = '*[_type == "region"][0]{"found": *[geo::contains(^.area, at)]._id}.found'
    expect(await client.fetch(within)).toEqual(['office', 'oslo'])
  })

  test('are changed and heard of by a filter with a distance', async () => {
    const client = await withClinics()
    const query = '*[_type == "clinic" && geo::distance(at, $here) < 1000]'
    const heard: string[] = []
    const listener = client
      .listen(query, {here: STOCKHOLM}, {events: ['welcome', 'mutation']})
      .subscribe((event) => heard.push('documentId' in event ? event.documentId : event.type))
    onTestFinished(() => listener.unsubscribe())
    await vi.waitFor(() => expect(heard).toEqual(['welcome']))
    await client
      .patch({query, params: {here: OSLO}})
      .set({open: true})
      .commit()
    await client.patch('berlin').set({at: STOCKHOLM}).commit()
    await vi.waitFor(() => expect(heard).toEqual(['welcome', 'berlin']))
    expect(await client.fetch('*[open]._id')).toEqual(['oslo'])
  })

  test('can be what a role may read', () => {
    const filter =
      '_type == "clinic" && geo::contains({"type": "Point", "coordinates": [1, 2]}, at)'
    const permissions = new Permissions([{filter, permissions: ['read']}], 'someone')
    const clinic = (lng: number) => ({_type: 'clinic', at: {lat: 2, lng}})
    expect(permissions.allows('read', clinic(1))).toBe(true)
    expect(permissions.allows('read', clinic(1.5))).toBe(false)
    expect(permissions.readable).toBeUndefined()
  })
})

describe('geo::latLng()', () => {
  test('makes a point of GeoJSON, and null of anything that is no place on Earth', async () => {
    expect(await answer('geo::latLng(59.913889, 10.752222)')).toEqual({
      type: 'Point',
      coordinates: [10.752222, 59.913889],
    })
    for (const wrong of ['null, 3', '3, null', '"3", 3', '91, 0', '-91, 0', '0, 181', '0, -181']) {
      expect(await answer(`geo::latLng(${wrong})`), wrong).toBeNull()
    }
  })
})

describe('geo::distance()', () => {
  test('is in metres, as hosted Sanity measures it', async () => {
    expect(await distance(OSLO, STOCKHOLM)).toBeCloseTo(416760.7738822515, 6)
    const written = {type: 'Point', coordinates: [18.068611, 59.329444, 28]}
    expect(await distance(OSLO, written)).toBeCloseTo(416760.7738822515, 6)
    const {lng: lon, lat} = STOCKHOLM
    expect(await distance(OSLO, {lat, lon})).toBeCloseTo(416760.7738822515, 6)
  })

  test.each([
    [null],
    [42],
    ['Oslo'],
    [[10, 59]],
    [{lat: 59}],
    [{lat: 59, lng: '10'}],
    [{lat: 59, lng: 10, lon: 10}],
    [{lat: 91, lng: 10}],
    [{type: 'Point', coordinates: [10]}],
    [{type: 'MongoPoint', coordinates: [10, 59]}],
    [{type: 'MultiPoint', coordinates: [[10, 59]]}],
    [box(5, 58, 12, 62)],
  ])('is null for %j, which is no point', async (other) => {
    expect(await distance(OSLO, other)).toBeNull()
    expect(await distance(other, OSLO)).toBeNull()
  })

  test('is the same in both directions, nothing to itself, and close to the length on Earth', async () => {
    const {client} = freshLake()
    const query = `{
      "there": geo::distance($a, $b), "back": geo::distance($b, $a), "none": geo::distance($a, $a)
    }`
    const place = fc.record({
      lat: fc.double({min: -90, max: 90, noNaN: true}),
      lng: fc.double({min: -180, max: 180, noNaN: true}),
    })
    const opposite = place.map((a) => [a, {lat: -a.lat, lng: a.lng - Math.sign(a.lng) * 180}])
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.tuple(place, place), opposite), async ([a, b]) => {
        const {there, back, none} = await client.fetch(query, {a, b})
        const expected = haversine(a, b)
        expect(there).toBeCloseTo(back, 6)
        expect(none).toBe(0)
        expect(Math.abs(there - expected)).toBeLessThanOrEqual(0.006 * expected + 0.001)
      }),
      {numRuns: runs(200, 5000)},
    )
  })
})

describe('geo::contains() and geo::intersects()', () => {
  const square = box(0, 0, 10, 10)
  const ring = {
    type: 'Polygon',
    coordinates: [...square.coordinates, ...box(4, 4, 6, 6).coordinates],
  }
  const point = (lng: number, lat: number) => ({lat, lng})
  const line = (...coordinates: number[][]) => ({type: 'LineString', coordinates})
  const two = {
    type: 'MultiPolygon',
    coordinates: [square.coordinates, box(20, 0, 30, 10).coordinates],
  }
  const collection = (...geometries: object[]) => ({type: 'GeometryCollection', geometries})

  test.each([
    ['an area and a point in it', square, point(5, 5), true, true],
    ['an area and a point on its border', square, point(0, 5), true, true],
    ['an area and a point outside', square, point(11, 5), false, false],
    ['an area and itself', square, square, true, true],
    ['an area and one that it overlaps', square, box(5, 5, 15, 15), false, true],
    ['an area and a line across it', square, line([-1, 5], [11, 5]), false, true],
    ['an area with a hole and a point in the hole', ring, point(5, 5), false, false],
    ['an area with a hole and an area around the hole', ring, box(3, 3, 7, 7), false, true],
    ['two areas and a point in the second', two, point(25, 5), true, true],
    ['two areas and a line from one to the other', two, line([5, 5], [25, 5]), false, true],
    [
      'two areas and points in both',
      two,
      {
        type: 'MultiPoint',
        coordinates: [
          [5, 5],
          [25, 5],
        ],
      },
      true,
      true,
    ],
    [
      'a collection and a point in its second part',
      collection(line([50, 0], [51, 0]), square),
      point(5, 5),
      true,
      true,
    ],
    [
      'an area and a collection of which a part is outside',
      square,
      collection(point(5, 5), point(11, 5)),
      false,
      true,
    ],
    ['a point and the same point', point(1, 2), {type: 'Point', coordinates: [1, 2]}, true, true],
  ])('%s', async (_what, first, second, contained, met) => {
    expect(await call('contains', first, second)).toBe(contained)
    expect(await call('intersects', first, second)).toBe(met)
    expect(await call('intersects', second, first)).toBe(met)
  })

  test.each([
    ['a text', 'Oslo'],
    ['a place that is not on Earth', {lat: 5, lng: 200}],
    ['a feature', {type: 'Feature', geometry: square, properties: {}}],
    ['an area without a border', {type: 'Polygon', coordinates: []}],
    [
      'an area whose border is open',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 1],
          ],
        ],
      },
    ],
    [
      'an area whose border crosses itself',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [2, 2],
            [2, 0],
            [0, 2],
            [0, 0],
          ],
        ],
      },
    ],
    [
      'an area whose border stays at a place',
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [2, 0],
            [2, 0],
            [2, 2],
            [0, 0],
          ],
        ],
      },
    ],
    ['an empty collection', collection()],
  ])('are null for %s', async (_what, other) => {
    for (const name of ['contains', 'intersects']) {
      expect(await call(name, square, other)).toBeNull()
      expect(await call(name, other, square)).toBeNull()
    }
  })
})

test.each(['geo::distance(a)', 'geo::contains(a, b, c)', 'geo::latLng()', '*[geo::intersects()]'])(
  '%s is refused, because it has not two arguments',
  async (query) => {
    const error = await refusal(freshLake().client.fetch(query))
    expect(error.statusCode).toBe(400)
    expect(error.details).toMatchObject({type: 'queryParseError', query})
    expect(error.message).toMatch(/geo::\w+\(\) takes two arguments/)
  },
)

function answer(query: string, params: Record<string, unknown> = {}): Promise<unknown> {
  return freshLake().client.fetch(query, params)
}

function call(name: string, a: unknown, b: unknown): Promise<unknown> {
  return answer(`geo::${name}($a, $b)`, {a, b})
}

function distance(a: unknown, b: unknown): Promise<unknown> {
  return call('distance', a, b)
}

function box(west: number, south: number, east: number, north: number) {
  const coordinates = [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ]
  return {type: 'Polygon', coordinates}
}

// On a ball with the mean radius of the Earth.
function haversine(a: {lat: number; lng: number}, b: {lat: number; lng: number}): number {
  const half = (degrees: number) => Math.sin((degrees * Math.PI) / 360) ** 2
  const cosine = (degrees: number) => Math.cos((degrees * Math.PI) / 180)
  const share = half(b.lat - a.lat) + cosine(a.lat) * cosine(b.lat) * half(b.lng - a.lng)
  return 2 * 6_371_008.8 * Math.asin(Math.sqrt(Math.min(1, share)))
}
