/** Lays the photo of after over that of before; a slider says how much of it is seen. Without a script both stand side by side. */
export function slidePairs() {
  for (const pair of document.querySelectorAll('[data-photo-pair]')) {
    const slider = pair.querySelector('input[type="range"]')
    if (!slider) continue
    const show = () => pair.style.setProperty('--seen', `${slider.value}%`)
    slider.addEventListener('input', show)
    slider.parentElement.hidden = false
    pair.classList.add('photo-pair--slider')
    show()
  }
}

slidePairs()
