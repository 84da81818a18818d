// Sizes and parts of images, in pixels.

/** The longest side of a generated image, in pixels. */
export const MAX_SIDE = 8192

/** The area of a generated image, in pixels. Ten times as much takes gigabytes while it is made. */
export const MAX_AREA = 25_000_000

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Region extends Size {
  readonly left: number
  readonly top: number
}
