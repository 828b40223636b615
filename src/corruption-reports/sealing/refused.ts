/** Why a client does not go on. Pages have a sentence for each. */
export type Refusal =
  | 'format' // not what the construction writes
  | 'tampered' // a box that should open does not, or holds something else than it must
  | 'too_large'
  | 'no_reader' // nobody without a conflict is left
  | 'too_few_custodians'
  | 'already_given'
  | 'conflict' // somebody marked would get a key
  | 'not_a_reader'
  | 'not_a_requester'
  | 'too_few_shares'
  | 'weak_parameters'
  | 'wrong_passphrase'
  | 'unknown_signer'

export class Refused extends Error {
  readonly reason: Refusal

  constructor(reason: Refusal, options?: ErrorOptions) {
    super(reason, options)
    this.name = 'Refused'
    this.reason = reason
  }
}
