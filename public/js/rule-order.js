/**
 * Rules change places by dragging their number, or by the buttons without a new page. Nothing is kept until the
 * form is sent; without this script the same buttons ask the server for the page in the new order.
 */
export function orderRules() {
  const form = document.querySelector('form[data-rule-order]')
  if (!form) return
  const list = form.querySelector('ol')
  form.querySelector('[data-rule-order-on]')?.removeAttribute('hidden')
  form.addEventListener('click', (event) => {
    const button = event.target.closest('button[name="move"]')
    if (!button) return
    event.preventDefault()
    const item = button.closest('[data-rule]')
    const up = button.value.startsWith('up:')
    const other = up ? item.previousElementSibling : item.nextElementSibling
    if (!other) return
    if (up) other.before(item)
    else other.after(item)
    showOrder(form, item)
    const again = [...item.querySelectorAll('button[name="move"]')]
    ;(
      again.find((one) => one.value === button.value && !one.hidden) ??
      again.find((one) => !one.hidden)
    )?.focus()
  })
  for (const number of list.querySelectorAll('[data-rule-number]')) dragBy(form, list, number)
}

function dragBy(form, list, number) {
  const item = number.closest('[data-rule]')
  number.classList.add('ranked-list__number--grip')
  number.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    event.preventDefault()
    const before = orderOf(list)
    number.setPointerCapture(event.pointerId)
    item.classList.add('ranked-list__item--held')
    const follow = ({ clientY }) => placeAt(list, item, clientY)
    const end = () => {
      number.removeEventListener('pointermove', follow)
      item.classList.remove('ranked-list__item--held')
      if (orderOf(list) !== before) showOrder(form, item)
    }
    number.addEventListener('pointermove', follow)
    number.addEventListener('lostpointercapture', end, { once: true })
  })
}

/** Past the middle of a neighbour the held rule takes its place. */
function placeAt(list, item, y) {
  const others = [...list.children].filter((one) => one !== item)
  const next = others.find((one) => {
    const { top, height } = one.getBoundingClientRect()
    return y < top + height / 2
  })
  if (next) {
    if (next !== item.nextElementSibling) next.before(item)
  } else if (item !== list.lastElementChild) list.append(item)
}

function orderOf(list) {
  return [...list.children].map((item) => item.dataset.rule).join(' ')
}

function showOrder(form, moved) {
  const items = [...form.querySelectorAll('[data-rule]')]
  items.forEach((item, index) => {
    item.querySelector('[data-rule-number]').textContent = String(index + 1)
    const [up, down] = item.querySelectorAll('button[name="move"]')
    up.hidden = index === 0
    down.hidden = index === items.length - 1
  })
  form.querySelector('[name="order"]').value = orderOf(form.querySelector('ol'))
  for (const part of form.querySelectorAll('[data-rule-draft]')) part.hidden = false
  const name = moved.querySelector('[data-rule-name]').textContent
  const said = form.dataset.moved.replace('{name}', name)
  form.querySelector('[data-rule-order-said]').textContent = said.replace(
    '{number}',
    String(items.indexOf(moved) + 1),
  )
}
