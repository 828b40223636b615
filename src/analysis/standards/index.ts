/**
 * What an office promised of its services against what happened: how many of those attended waited as long as
 * was said, and how many had their answer in the days that were said, each with its n and its interval.
 */
export { standardQuestions, type StandardsAsked } from './standard-questions.ts'
export { attainmentsOf, type Attainment } from './attainment.ts'
export { readStandards, tellStandards } from './read-standards.ts'
export { standardsChart } from './standards-chart.ts'
