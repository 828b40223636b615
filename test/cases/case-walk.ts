import { recordDelivery, type DeliveryRecord } from '../../src/cases/actions/deliver-answer.ts'
import type { StaffRequest } from '../../src/cases/actions/take-step.ts'
import type { System } from '../../src/system.ts'
import { answerCase, asStaff, assignToUnit, draftAnswer } from './staff-at-work.ts'
import type { Receipt } from './working/desk-house.ts'

/** A case with what was done about it so far. */
export class CaseWalk {
  readonly receipt: Receipt
  readonly #system: System

  constructor(system: System, receipt: Receipt) {
    this.#system = system
    this.receipt = receipt
  }

  async staff<T>(
    name: string,
    step: (system: System, request: StaffRequest, what: T, now: Date) => Promise<unknown>,
    what: T,
  ): Promise<this> {
    const request = await asStaff(this.#system, name, this.receipt.caseNumber)
    await step(this.#system, request, what, this.#system.clock())
    return this
  }

  /** A step that asks for nothing but the click. */
  async click(
    name: string,
    step: (system: System, request: StaffRequest, now: Date) => Promise<unknown>,
  ): Promise<this> {
    const request = await asStaff(this.#system, name, this.receipt.caseNumber)
    await step(this.#system, request, this.#system.clock())
    return this
  }

  async person<T>(
    step: (system: System, ref: StaffRequest['ref'], what: T, now: Date) => Promise<unknown>,
    what: T,
  ): Promise<this> {
    const { ref } = await asStaff(this.#system, 'responsable', this.receipt.caseNumber)
    await step(this.#system, ref, what, this.#system.clock())
    return this
  }

  async assigned(): Promise<this> {
    await assignToUnit(this.#system, this.receipt.caseNumber)
    return this
  }

  async drafted(): Promise<this> {
    await this.assigned()
    await draftAnswer(this.#system, this.receipt.caseNumber)
    return this
  }

  async answered(): Promise<this> {
    await answerCase(this.#system, this.receipt.caseNumber)
    return this
  }

  async delivered(result: DeliveryRecord['result'] = 'delivered'): Promise<this> {
    return this.staff('responsable', recordDelivery, { result, method: 'post', proof: 'Guía 12' })
  }
}
