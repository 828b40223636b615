/** Of an administration: when what nobody plans by hand falls due. Null: nobody said, and nothing is due. */
export interface YearTerms {
  /** After a period is over, until its report is signed. */
  reportDays: number | null
  /** By the end of which each centre has evaluated itself. */
  evaluationMonth: number | null
  /** Days before and after the day of a progress report on which its owner is written to. */
  remindBefore: number | null
  remindAfter: number | null
}

export const NO_TERMS: YearTerms = {
  reportDays: null,
  evaluationMonth: null,
  remindBefore: null,
  remindAfter: null,
}
