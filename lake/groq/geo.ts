// GROQ's functions of `geo::`, as the specification has them: https://spec.groq.dev/#sec-Geography-Extension
//
// A geo value is an object of GeoJSON, or one with `lat` and either `lng` or `lon`, such as a `geopoint`.
// What is none, such as an area whose border crosses itself, makes the answer null.

import {geoDistance} from 'd3-geo'
import GeometryFactory from 'jsts/org/locationtech/jts/geom/GeometryFactory.js'
import GeoJSONReader from 'jsts/org/locationtech/jts/io/GeoJSONReader.js'
import RelateOp from 'jsts/org/locationtech/jts/operation/relate/RelateOp.js'
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js'
import {z} from 'zod'

type GeoFunction = (first: unknown, second: unknown) => unknown

type Position = [longitude: number, latitude: number]

const longitude = z.number().min(-180).max(180)
const latitude = z.number().min(-90).max(90)
// A height is left out: the functions measure on the ground.
const position = z
  .tuple([longitude, latitude], z.number())
  .transform(([lng, lat]): Position => [lng, lat])
const line = z.array(position).min(2)
const area = z.array(z.array(position).min(4).refine(isRing)).min(1)

const point = z.union([
  z
    .object({lat: latitude, lng: longitude, lon: z.never().optional()})
    .transform(({lat, lng}) => pointAt([lng, lat])),
  z
    .object({lat: latitude, lon: longitude, lng: z.never().optional()})
    .transform(({lat, lon}) => pointAt([lon, lat])),
  z
    .object({type: z.literal('Point'), coordinates: position})
    .transform(({coordinates}) => pointAt(coordinates)),
])
const geometry = z.union([
  point,
  z.object({type: z.literal('MultiPoint'), coordinates: z.array(position).min(1)}),
  z.object({type: z.literal('LineString'), coordinates: line}),
  z.object({type: z.literal('MultiLineString'), coordinates: z.array(line).min(1)}),
  z.object({type: z.literal('Polygon'), coordinates: area}),
  z.object({type: z.literal('MultiPolygon'), coordinates: z.array(area).min(1)}),
])
const geoValue = z.union([
  geometry.transform((one) => [one]),
  z
    .object({type: z.literal('GeometryCollection'), geometries: z.array(geometry).min(1)})
    .transform(({geometries}) => geometries),
])

/** The functions of the namespace. Each takes two arguments, and answers null if they do not fit. */
export const geoFunctions: ReadonlyMap<string, GeoFunction> = new Map<string, GeoFunction>([
  ['latLng', (lat, lng) => point.safeParse({lat, lng}).data ?? null],
  ['distance', distance],
  ['contains', contains],
  ['intersects', intersects],
])

function pointAt(coordinates: Position) {
  return {type: 'Point', coordinates}
}

// A ring ends where it began, and is at no other place twice.
function isRing(positions: readonly Position[]): boolean {
  const places = positions.map(String)
  return places.at(0) === places.at(-1) && new Set(places).size === places.length - 1
}

/** The globe of hosted Sanity is a ball with the radius of the equator, in metres. */
const RADIUS = 6_378_137

function distance(first: unknown, second: unknown): number | null {
  const [from, to] = [point.safeParse(first).data, point.safeParse(second).data]
  return from && to ? RADIUS * geoDistance(from.coordinates, to.coordinates) : null
}

/** A border belongs to its area. */
function contains(first: unknown, second: unknown): boolean | null {
  const [outer, inner] = [shapes(first), shapes(second)]
  if (!outer || !inner) return null
  return inner.every((part) => outer.some((whole) => RelateOp.covers(whole, part)))
}

function intersects(first: unknown, second: unknown): boolean | null {
  const [some, others] = [shapes(first), shapes(second)]
  if (!some || !others) return null
  return some.some((one) => others.some((other) => RelateOp.intersects(one, other)))
}

const reader = new GeoJSONReader(new GeometryFactory())

// A query that compares an area with many documents reads it once.
const known = new WeakMap<object, readonly unknown[]>()

/** The shapes of which a value consists; undefined if it is no geo value. */
function shapes(value: unknown): readonly unknown[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const found = known.get(value) ?? shapesIn(value)
  if (found) known.set(value, found)
  return found
}

function shapesIn(value: object): unknown[] | undefined {
  const read = geoValue.safeParse(value).data?.map((one): unknown => reader.read(one))
  return read?.every((shape) => IsValidOp.isValid(shape)) ? read : undefined
}
