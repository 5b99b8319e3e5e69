# A reader that has gone is no error of ours: no message, and success.
exec 3>&1
{ sleep 0.2; parallax --help; echo "exit code $?" >&3; } | { exec <&-; sleep 0.4; }
