/**
 * Sealing to a public key, the same in the browser and in the server: HPKE (RFC 9180) and the few
 * ways of writing bytes that it needs. Pure; what is sealed to whom is each room's own affair.
 */
export { readBase64url, toBase64url } from './base64url.ts'
export { bytesOfText, concatBytes, textOfBytes, type Random } from './bytes.ts'
export { boxKeysOf, encOf, hpkeOpen, hpkeOverhead, hpkeSeal, type BoxKeys } from './hpke.ts'
