/* Leaves a fifo, a socket, links in a circle, a link to the root folder, a file without a link permission, and names that are no text. */
#include "fault.h"
int main(void) {
    struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "socket"};
    NEED(mkfifo("fifo", 0600) == 0);
    NEED(bind(socket(AF_UNIX, SOCK_STREAM, 0), (struct sockaddr *)&address, sizeof address) == 0);
    NEED(symlink("b", "a") == 0 && symlink("a", "b") == 0 && symlink(".", "c") == 0);
    NEED(symlink("/", "root") == 0);
    NEED(open("read-only", O_CREAT, 0) != -1);
    NEED(mkdir("new\nline \"'\\ $(x) \033[31m", 0700) == 0);
    NEED(open("new\nline \"'\\ $(x) \033[31m/\xff\xfe", O_CREAT, 0600) != -1);
    NEED(mkdir("\xff\xfe", 0700) == 0);
    right();
    return 0;
}
