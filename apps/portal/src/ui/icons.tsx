import type { ReactNode } from 'react';

function Icon({ children, size = 24 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const CheckIcon = ({ size }: { size?: number }) => (
  <Icon {...(size ? { size } : {})}>
    <circle cx="12" cy="12" r="9.5" />
    <path d="M7.5 12.4l3.1 3.1 6-6.4" />
  </Icon>
);

export const CrossIcon = ({ size }: { size?: number }) => (
  <Icon {...(size ? { size } : {})}>
    <path d="M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8z" />
    <path d="M8.8 8.8l6.4 6.4M15.2 8.8l-6.4 6.4" />
  </Icon>
);

export const SwapIcon = ({ size }: { size?: number }) => (
  <Icon {...(size ? { size } : {})}>
    <path d="M4 8h14l-3.5-3.5M20 16H6l3.5 3.5" />
  </Icon>
);

export const SearchIcon = ({ size }: { size?: number }) => (
  <Icon {...(size ? { size } : {})}>
    <circle cx="10.5" cy="10.5" r="7" />
    <path d="M15.8 15.8L21 21M7.8 10.5h5.4" />
  </Icon>
);

export const QuestionIcon = ({ size }: { size?: number }) => (
  <Icon {...(size ? { size } : {})}>
    <path d="M12 2.8l9.6 17.4H2.4z" />
    <path d="M12 9.5v5M12 17.4v.1" />
  </Icon>
);
