"""The demonstration: three fictional initiatives, walked through a throwaway office."""
