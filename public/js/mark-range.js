/** With Shift, a click marks every case between this one and the last one clicked, or takes the marks away. */
export function markRanges() {
  const list = document.querySelector('.case-list--marking')
  if (!list) return
  let last = null
  list.addEventListener('click', ({ target, shiftKey }) => {
    if (!target.matches('.case-row__check')) return
    if (shiftKey && last) markBetween(list, last, target)
    last = target
  })
}

function markBetween(list, one, other) {
  const boxes = [...list.querySelectorAll('.case-row__check')]
  const [from, to] = [boxes.indexOf(one), boxes.indexOf(other)].sort((a, b) => a - b)
  for (const box of boxes.slice(from, to + 1)) box.checked = other.checked
}
