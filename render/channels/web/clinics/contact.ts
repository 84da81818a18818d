// How readers find and reach a clinic. The finder and the pages of treatments show it alike.

import {html} from 'ghtml'
import type {Clinic} from '../../../../model/clinic.ts'

/**
 * The address on one line.
 *
 * @param country The country as the page names it.
 */
export function addressLine(
  {street, city, region, postalCode}: Clinic['address'],
  country: string,
): string {
  return [street, city, region, postalCode, country].filter((part) => part !== undefined).join(', ')
}

/** A link that calls a number. */
export function phoneLink(phone: string): string {
  return html`<a href="tel:${phone.replaceAll(/[^+\d]/g, '')}">${phone}</a>`
}
