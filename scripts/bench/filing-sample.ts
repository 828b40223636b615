/** A filing as a person writes one: some 800 letters, a name, a way to follow it. */
export function sampleFiling(number: number) {
  return {
    kind: 'complaint',
    centre: 'centro',
    service: 'agua-drenaje',
    description: `Número ${number}. ${'Desde hace tres semanas no llega agua a la cuadra y nadie responde en la oficina. '.repeat(9)}`,
    occurredOn: '2026-02-02',
    person: { names: 'Ana', firstSurname: 'Robles', phone: '55 5555 0100' },
    answerBy: 'none',
  }
}
