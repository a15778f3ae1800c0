"""While nobody looks at the window: notifications, tray, the machine kept awake, the taskbar."""
