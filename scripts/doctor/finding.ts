export interface Finding {
  good: boolean
  text: string
}
