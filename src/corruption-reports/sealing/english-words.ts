/** By itself, so that a page carries the list of its language only. */
export { wordlist as englishWords } from '@scure/bip39/wordlists/english.js'
