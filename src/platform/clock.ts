/** The time is an argument: whoever needs it is handed a clock or an instant, and never asks the machine. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
