interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string }
}

/**
 * The one script that is started from code. Where the browser knows Trusted Types, the page's policy lets no
 * other text become a script.
 */
export function registerWorker(policyName: string, worker: string): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy(policyName, {
    createScriptURL: (url) => {
      if (url !== worker) throw new TypeError('This is no script of the page')
      return url
    },
  })
  void navigator.serviceWorker?.register(policy?.createScriptURL(worker) ?? worker)
}
