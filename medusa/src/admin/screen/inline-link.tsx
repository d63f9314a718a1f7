import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

/** A link that is seen to be one without its colour. */
export function InlineLink(props: { to: string; children: ReactNode }) {
  return (
    <Link to={props.to} className="text-ui-fg-base hover:text-ui-fg-subtle underline underline-offset-2">
      {props.children}
    </Link>
  );
}
