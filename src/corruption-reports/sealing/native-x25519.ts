/**
 * X25519 of the browser or of Node, several times as fast as ours in JavaScript: for whoever opens
 * hundreds of boxes. Null where there is none, or it refuses: then ours decides.
 */
export type Agree = (secret: Uint8Array, publicKey: Uint8Array) => Promise<Uint8Array | null>

/** In a page that came without TLS there is no `subtle`; older browsers do not know the curve. */
export async function findAgreement(subtle = globalThis.crypto?.subtle): Promise<Agree> {
  if (!subtle) return noAgreement
  const agree = nativeAgreement(subtle)
  const tried = await agree(new Uint8Array(32).fill(7), basePoint)
  return tried ? agree : noAgreement
}

export const noAgreement: Agree = () => Promise.resolve(null)

const algorithm = { name: 'X25519' }
const basePoint = Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 9 : 0))
/** PKCS #8 of RFC 8410, up to the secret. */
const beforeSecret = [48, 46, 2, 1, 0, 48, 5, 6, 3, 43, 101, 110, 4, 34, 4, 32]

type Subtle = typeof globalThis.crypto.subtle
type Key = Awaited<ReturnType<Subtle['deriveKey']>>

function nativeAgreement(subtle: Subtle): Agree {
  const imported = new WeakMap<Uint8Array, Promise<Key>>()
  const secretKey = (secret: Uint8Array) => {
    const known = imported.get(secret)
    if (known) return known
    const pkcs8 = Uint8Array.from([...beforeSecret, ...secret])
    const key = subtle.importKey('pkcs8', pkcs8, algorithm, false, ['deriveBits'])
    imported.set(secret, key)
    return key
  }
  return async (secret, publicKey) => {
    try {
      const [own, other] = await Promise.all([
        secretKey(secret),
        subtle.importKey('raw', publicKey.slice(), algorithm, false, []),
      ])
      return new Uint8Array(await subtle.deriveBits({ ...algorithm, public: other }, own, 256))
    } catch {
      return null
    }
  }
}
