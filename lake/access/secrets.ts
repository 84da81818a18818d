// Passwords and tokens: how they are made, and the hashes that are stored in their place.

import {createHash, randomBytes, randomInt, scrypt} from 'node:crypto'

/** A token of 256 random bits. */
export function newTokenText(): string {
  return `countersign_${randomBytes(32).toString('base64url')}`
}

/** A token cannot be guessed, so a slow hash would add nothing. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Slow to compute, so that passwords cannot be found by trying many. */
export function passwordHash(password: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password, salt, 32, (error, hash) => (error ? reject(error) : resolve(hash)))
  })
}

// Crockford's alphabet has no characters that look alike.
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new password of 80 random bits, in groups that are easy to read aloud. */
export function passphrase(): string {
  const group = (): string => Array.from({length: 4}, () => LETTERS[randomInt(32)]).join('')
  return Array.from({length: 4}, group).join('-')
}
