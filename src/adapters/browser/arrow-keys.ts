/** The down key leads from the search box to the results and on; up leads back; Escape to the box. */
export function walkWithArrows(input: HTMLInputElement, list: HTMLElement): void {
  const links = () => [...list.querySelectorAll<HTMLElement>('.app-result h2 a')];
  const move = (event: KeyboardEvent, to: HTMLElement | undefined) => {
    if (!to) return;
    event.preventDefault();
    to.focus();
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') move(event, links()[0]);
  });
  list.addEventListener('keydown', (event) => {
    const all = links();
    const at = all.findIndex((link) => link.closest('li') === document.activeElement?.closest('.app-result'));
    if (event.key === 'ArrowDown') move(event, all[at + 1]);
    if (event.key === 'ArrowUp') move(event, at > 0 ? all[at - 1] : input);
    if (event.key === 'Escape') move(event, input);
  });
}
