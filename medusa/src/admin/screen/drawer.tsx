import { Button, Drawer } from '@medusajs/ui';
import { useState, type ReactNode } from 'react';

/** A button that opens a drawer with a form; the form closes it when it is done. */
export function ButtonDrawer(props: {
  button: string;
  title: string;
  variant?: 'primary' | 'secondary' | 'danger';
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild>
        <Button size="small" variant={props.variant ?? 'secondary'} className="whitespace-nowrap">
          {props.button}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content aria-describedby={undefined}>
        {/* Medusa's own header has a button without a name; the form below has one to close it. */}
        <div className="border-ui-border-base border-b px-4 py-3">
          <Drawer.Title>{props.title}</Drawer.Title>
        </div>
        <Drawer.Body className="overflow-y-auto p-4">{props.children(() => setOpen(false))}</Drawer.Body>
      </Drawer.Content>
    </Drawer>
  );
}
