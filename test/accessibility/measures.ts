/** What is measured inside a page; as texts, since they run in the browser. */

const TARGETS = `[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .filter((one) => !one.disabled && !one.closest('.govuk-skip-link') && one.checkVisibility({ visibilityProperty: true }))`

const NAMED = `(one) => one.tagName.toLowerCase() + ' ' +
  (one.name || one.textContent.trim().slice(0, 40) || one.className)`

/** A link within a sentence is as high as the line: both norms leave it out. */
const STANDS_ALONE = `(one) => one.tagName !== 'A' || getComputedStyle(one).display !== 'inline' ||
  one.parentElement.textContent.trim() === one.textContent.trim() && !one.closest('p, dd, td, .reading li')`

/** Where a link is stretched over its whole card, the card is the target. */
const BOX = `(one) => {
  const { content, position, inset } = getComputedStyle(one, '::after')
  const isStretched = content !== 'none' && position === 'absolute' && inset === '0px'
  return (isStretched && one.offsetParent || one).getBoundingClientRect()
}`

/** Targets that are lower than so many pixels. */
export const lowerThan = (pixels: number) => `(() => ${TARGETS}
  .filter(${STANDS_ALONE})
  .map((one) => [one, (${BOX})(one).height])
  .filter(([, height]) => height > 0 && height < ${pixels} - 0.5)
  .map(([one, height]) => (${NAMED})(one) + ': ' + height.toFixed(1)))()`

/** WCAG 2.5.8: smaller than 24 pixels, and a circle of 24 around its middle touches another target. */
export const CROWDED = `(() => {
  const boxes = ${TARGETS}.filter(${STANDS_ALONE}).map((one) => [one, (${BOX})(one)])
    .filter(([, box]) => box.width > 0 && box.height > 0)
  const isSmall = (box) => box.width < 23.5 || box.height < 23.5
  const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2]
  const away = ([x, y], box) => Math.hypot(
    Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom))
  return boxes.filter(([one, box]) => isSmall(box) && boxes.some(([other, its]) =>
    other !== one && !one.contains(other) && !other.contains(one) && (isSmall(its)
      ? Math.hypot(middle(box)[0] - middle(its)[0], middle(box)[1] - middle(its)[1]) < 24
      : away(middle(box), its) < 12)))
    .map(([one]) => (${NAMED})(one))
})()`

/** What makes the page wider than the screen. */
export const BEYOND = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const isWide = (one) => one.checkVisibility() && one.getBoundingClientRect().right > clientWidth + 0.5
  return [...document.querySelectorAll('body *')]
    .filter((one) => isWide(one) && ![...one.children].some(isWide))
    .map((one) => (${NAMED})(one) + ' to ' + Math.round(one.getBoundingClientRect().right))
})()`

/** What moves although less motion was asked for. */
export const MOVING = `document.getAnimations()
  .filter(({ effect }) => effect.getComputedTiming().activeDuration > 10).length`

/** After Tab: what has the focus, whether it is seen, nothing over it, and after what had it before. */
export const FOCUS = `(() => {
  const one = document.activeElement
  if (one === null || one === document.body) return null
  const before = window.focusedBefore
  window.focusedBefore = one
  // within a frame it is on what stands there, which the browser marks itself
  if (one.tagName === 'IFRAME') return { name: one.name, faults: [] }
  // the parts of a date are stops of one field, which the browser marks itself
  if (one === before) return { name: one.name, faults: [] }
  const box = one.getBoundingClientRect()
  const styles = [getComputedStyle(one),
    ...(one.nextElementSibling ? [getComputedStyle(one.nextElementSibling, '::before')] : [])]
  const isMarked = styles.some(({ boxShadow, outlineStyle }) =>
    boxShadow !== 'none' || outlineStyle !== 'none')
  // of what is higher than the screen, the part that is on it
  const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)]
  const points = [0.5, 0.1, 0.9].map((across) =>
    document.elementFromPoint(box.left + box.width * across, (top + bottom) / 2))
  const labels = [...(one.labels ?? [])]
  const isOnTop = points.some((found) => found !== null &&
    (one.contains(found) || found.contains(one) || labels.some((label) => label.contains(found))))
  const isInOrder = !before || !before.isConnected ||
    Boolean(before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
  const faults = [
    ...(isMarked ? [] : ['not marked']),
    ...(isOnTop ? [] : ['hidden']),
    ...(isInOrder ? [] : ['out of order']),
  ]
  return { name: (${NAMED})(one), faults }
})()`
