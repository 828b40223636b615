interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string }
}

const WORKER = '/tableta/sw.js'

/**
 * The one script that is started from code. Where the browser knows Trusted Types, the page's policy lets no
 * other text become a script.
 */
export function registerWorker(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy('tableta', {
    createScriptURL: (url) => {
      if (url !== WORKER) throw new TypeError('This is no script of the tablet')
      return url
    },
  })
  void navigator.serviceWorker?.register(policy?.createScriptURL(WORKER) ?? WORKER)
}
