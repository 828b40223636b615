/** By itself, so that a page carries the list of its language only. */
export { wordlist as spanishWords } from '@scure/bip39/wordlists/spanish.js'
