/**
 * What a tablet seals and prints by itself, the same in its browser and in the server that opens it:
 * a filing and its files to the administration's tablet key, the provisional number, the secret.
 */
export {
  openFile,
  openFiling,
  openSurvey,
  sealFile,
  sealFiling,
  sealSurvey,
  type ItemOfTablet,
  type SealedFiling,
} from './tablet-item.ts'
export { newPrintedToken, provisionalNumber } from './printed.ts'
