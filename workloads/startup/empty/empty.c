/* Does nothing: what is measured is the start and the end of a process. */
int main(void) {
    return 0;
}
