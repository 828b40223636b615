/**
 * What the screens have to say, counted apart from the program: people attended at the window by the day of the
 * week, as the demonstration's story has them, and the interval of a ratio of two rates (Rothman).
 */
const ATTENDED = { Mon: 26, Tue: 22, Wed: 20, Thu: 20, Fri: 16, Sat: 0, Sun: 0 }

export function attendedIn(from: string, until: string): number {
  let attended = 0
  for (let day = new Date(`${from}T12:00:00Z`); day.toISOString().slice(0, 10) <= until;) {
    const name = day.toUTCString().slice(0, 3) as keyof typeof ATTENDED
    attended += ATTENDED[name]
    day = new Date(day.getTime() + 86_400_000)
  }
  return attended
}

interface Told {
  cases: number
  attended: number
}

/** As it stands on the page: the ratio with the two ends between which it lies. */
export function ratioByHand(before: Told, after: Told): string {
  const ratio = after.cases / after.attended / (before.cases / before.attended)
  const apart = Math.exp(1.96 * Math.sqrt(1 / before.cases + 1 / after.cases))
  const [value, low, high] = [ratio, ratio / apart, ratio * apart].map((one) => one.toFixed(2))
  return `Razón: ${value} (${low} a ${high})`
}
