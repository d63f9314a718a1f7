/**
 * Closes an open menu as people expect of one: by Escape, with the focus back on its button, and when the
 * focus leaves it, since what lies below is covered. Without script the button alone opens and closes it.
 */
export function closeMenus(page: Document): void {
  const menus = [...page.querySelectorAll<HTMLDetailsElement>('[data-menu]')];
  page.addEventListener('keydown', ({ key }) => {
    const open = key === 'Escape' && menus.find((menu) => menu.open);
    if (!open) return;
    open.open = false;
    open.querySelector('summary')?.focus();
  });
  for (const menu of menus) {
    menu.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
    });
  }
}
