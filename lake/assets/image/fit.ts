// Fits an image into the requested size: which part of it is shown, and how large.

import {httpError} from '../../errors.ts'
import {MAX_AREA, MAX_SIDE, type Region, type Size} from './geometry.ts'
import type {ImageParams} from './params.ts'

/** The area to cut out, the size to scale it to, and the size of the canvas around it. */
interface Fitting {
  readonly part: Region
  readonly size: Size
  readonly canvas: Size
}

/** The same, with what is added to the canvas on each side. */
interface PaddedFitting extends Fitting {
  readonly pad: number
}

/**
 * Fits an image as requested. Requested sizes are those of the result, but fitting happens before the image
 * is rotated. A result that would be larger than the original has the same shape, but fits into it.
 */
export function fitted(params: ImageParams, original: Size): PaddedFitting {
  const {part, size, canvas} = fittedAsAsked(params, wholeOrPart(params.rect, original))
  const {pad} = params
  const scale = Math.min(
    1,
    original.width / (canvas.width + 2 * pad),
    original.height / (canvas.height + 2 * pad),
  )
  return {
    part,
    size: scaledBy(scale, size),
    canvas: scaledBy(scale, canvas),
    pad: Math.floor(pad * scale),
  }
}

function wholeOrPart(asked: Region | undefined, {width, height}: Size): Region {
  if (!asked) return {left: 0, top: 0, width, height}
  if (asked.left + asked.width > width || asked.top + asked.height > height) {
    throw httpError(400, `Parameter "rect" must lie within the image, which is ${width}x${height}`)
  }
  return asked
}

function fittedAsAsked(params: ImageParams, part: Region): Fitting {
  const turned = isTurned(params)
  const {w, h, 'max-w': maxW, 'max-h': maxH, 'min-w': minW, 'min-h': minH} = params
  const scaled = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : deviceSide(value, params.dpr)
  const across = {asked: scaled(w), min: scaled(minW), max: scaled(maxW)}
  const down = {asked: scaled(h), min: scaled(minH), max: scaled(maxH)}
  return fitInto(params, part, turned ? down : across, turned ? across : down)
}

interface Bounds {
  readonly asked: number | undefined
  readonly min: number | undefined
  readonly max: number | undefined
}

function fitInto(params: ImageParams, part: Region, across: Bounds, down: Bounds): Fitting {
  const [width, height] = [across.asked, down.asked]
  const enlarged = scaledBy(scaleInto(part, width, height), part)
  const never = scaledBy(Math.min(1, scaleInto(part, width, height)), part)
  const around = (size: Size): Size => ({width: width ?? size.width, height: height ?? size.height})
  const both = width !== undefined && height !== undefined
  switch (params.fit) {
    case 'clip':
      return {part, size: enlarged, canvas: enlarged}
    case 'max':
      return {part, size: never, canvas: never}
    case 'fill':
      return {part, size: enlarged, canvas: around(enlarged)}
    case 'fillmax':
      return {part, size: never, canvas: around(never)}
    case 'scale': {
      const size = both ? {width, height} : enlarged
      return {part, size, canvas: size}
    }
    case 'min': {
      if (!both) return {part, size: never, canvas: never}
      const size = scaledBy(Math.min(1, part.width / width, part.height / height), {width, height})
      return {part: cutTo(part, size, center), size, canvas: size}
    }
    case 'crop': {
      const size = {
        width: clamped(width ?? (height === undefined ? part : enlarged).width, across),
        height: clamped(height ?? (width === undefined ? part : enlarged).height, down),
      }
      const cut = params.crop === 'entropy' ? part : cutTo(part, size, focusOf(params))
      return {part: cut, size, canvas: size}
    }
  }
}

function deviceSide(value: number, dpr: number): number {
  const pixels = Math.round(value * dpr)
  if (pixels > MAX_SIDE) throw httpError(400, `No side may be longer than ${MAX_SIDE} pixels`)
  return pixels
}

// Without a requested side, the image keeps its size, up to the maxima.
function scaleInto(part: Size, width: number | undefined, height: number | undefined): number {
  const asked = Math.min((width ?? Infinity) / part.width, (height ?? Infinity) / part.height)
  const largest = Math.min(MAX_SIDE / part.width, MAX_SIDE / part.height)
  const area = part.width * part.height
  // A little less than the maximum, because the sides are rounded.
  const own = area > MAX_AREA ? 0.999 * Math.sqrt(MAX_AREA / area) : 1
  return Math.min(Number.isFinite(asked) ? asked : own, largest)
}

function scaledBy(scale: number, {width, height}: Size): Size {
  const pixels = (length: number): number => Math.max(1, Math.round(length * scale))
  return {width: pixels(width), height: pixels(height)}
}

function clamped(length: number, {min = 1, max = MAX_SIDE}: Bounds): number {
  return Math.min(Math.max(length, min), max, MAX_SIDE)
}

interface Focus {
  readonly x: number
  readonly y: number
}

const center: Focus = {x: 0.5, y: 0.5}

// Fractions of the part. An edge is a focus that lies on that edge.
function focusOf({crop: mode, 'fp-x': x, 'fp-y': y}: ImageParams): Focus {
  if (mode === undefined || mode === 'focalpoint') return {x: x ?? center.x, y: y ?? center.y}
  const edges = mode.split(',')
  const between = (start: string, end: string): number =>
    edges.includes(start) ? 0 : edges.includes(end) ? 1 : 0.5
  return {x: between('left', 'right'), y: between('top', 'bottom')}
}

/** The largest area of a part that has the shape of a size, as close to a focus as possible. */
function cutTo(part: Region, size: Size, focus: Focus): Region {
  const scale = Math.max(size.width / part.width, size.height / part.height)
  const width = Math.min(part.width, Math.max(1, Math.round(size.width / scale)))
  const height = Math.min(part.height, Math.max(1, Math.round(size.height / scale)))
  return {
    left: part.left + startOf(focus.x * part.width, width, part.width),
    top: part.top + startOf(focus.y * part.height, height, part.height),
    width,
    height,
  }
}

function startOf(middle: number, length: number, whole: number): number {
  return Math.min(Math.max(Math.round(middle - length / 2), 0), whole - length)
}

/** True if width and height change places. */
export function isTurned({or}: ImageParams): boolean {
  return or % 180 !== 0
}
