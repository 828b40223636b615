import type { Step } from './step.ts'

/** Files are optional; its page has handlers of its own, since files are kept as they come. */
export const filesStep: Step = {
  address: 'archivos',
  name: 'files',
  isAsked: () => true,
  isAnswered: ({ answers }) => answers.filesDone === true,
  fields: () => [],
  fill: () => ({}),
  read: () => ({ answers: { filesDone: true } }),
  owns: (field) => field.startsWith('/attachments'),
  tell: () => ({}),
  show: () => ({}),
  rows: () => [],
}
